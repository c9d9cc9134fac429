; The installer of Practice Manager: for one user, without rights of an administrator, without the internet.
; Made by `make installer`, which gives CONTENT (the folder to install), OUT, VERSION, COMPRESSOR and COMPRESS.
Unicode true
; Its Python is for 64-bit processors, and so is the installer; Windows on ARM runs both.
Target amd64-unicode
SetCompressor ${COMPRESSOR}
SetCompress ${COMPRESS}
SetDateSave off
RequestExecutionLevel user
ManifestDPIAware true
Name "Practice Manager"
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\Programs\PracticeManager"
InstallDirRegKey HKCU "Software\PracticeManager" "Folder"
BrandingText "Practice Manager ${VERSION}"
ShowInstDetails nevershow
VIProductVersion "1.0.0.0"
VIAddVersionKey "ProductName" "Practice Manager"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "FileDescription" "Practice Manager for Excel"
VIAddVersionKey "LegalCopyright" "MIT licence"

!include "MUI2.nsh"
!include "LogicLib.nsh"
!include "FileFunc.nsh"

!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\PracticeManager"
!define MENU "$SMPROGRAMS\Practice Manager"
!define IN_USE "Practice Manager is in use. Close Excel and every window of Practice Manager, then try again."

!define MUI_ABORTWARNING
!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_INSTFILES
!define MUI_FINISHPAGE_RUN "$INSTDIR\python\python.exe"
!define MUI_FINISHPAGE_RUN_PARAMETERS "-m medoffice_xl practice open"
!define MUI_FINISHPAGE_RUN_TEXT "Open my practice"
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"

; The Python that is there is moved aside whole: where a part of it is in use this fails, and nothing is changed.
!macro MoveAside
  RMDir /r "$INSTDIR\python.old"
  ${DoWhile} ${FileExists} "$INSTDIR\python\python.exe"
    ClearErrors
    Rename "$INSTDIR\python" "$INSTDIR\python.old"
    ${IfNot} ${Errors}
      ${ExitDo}
    ${EndIf}
    IfSilent +2
    MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "${IN_USE}" IDRETRY +3
    SetErrorLevel 3
    Abort "${IN_USE}"
  ${Loop}
!macroend

Section "Practice Manager"
  !insertmacro MoveAside
  RMDir /r "$INSTDIR\guide"
  RMDir /r "$INSTDIR\licences"
  SetOutPath "$INSTDIR"
  ClearErrors
  File /r "${CONTENT}/*.*"
  ${If} ${Errors}
    RMDir /r "$INSTDIR\python"
    Rename "$INSTDIR\python.old" "$INSTDIR\python"
    SetErrorLevel 4
    Abort "Not every file could be written: is the disk full? What was installed before is there as it was."
  ${EndIf}
  RMDir /r "$INSTDIR\python.old"
  ; Windows starts this Python when a workbook asks for it.
  nsExec::Exec '"$INSTDIR\python\python.exe" -m medoffice_xl.windows register'
  Pop $0
  ${If} $0 != 0
    DetailPrint "Excel could not be told of Python ($0). Run Check-up from the Start menu."
    SetErrorLevel 5
  ${EndIf}

  WriteUninstaller "$INSTDIR\Uninstall.exe"
  WriteRegStr HKCU "Software\PracticeManager" "Folder" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "Practice Manager"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "Publisher" "medoffice_xl"
  WriteRegStr HKCU "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\Uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\Uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" $0

  SetOutPath "$DOCUMENTS"
  CreateDirectory "${MENU}"
  CreateShortcut "${MENU}\Open my practice.lnk" "$INSTDIR\python\python.exe" "-m medoffice_xl practice open"
  CreateShortcut "${MENU}\Import files.lnk" "$INSTDIR\python\python.exe" "-m medoffice_xl practice import"
  CreateShortcut "${MENU}\Refresh.lnk" "$INSTDIR\python\python.exe" "-m medoffice_xl practice refresh"
  CreateShortcut "${MENU}\Check-up.lnk" "$INSTDIR\python\python.exe" "-m medoffice_xl practice check"
  CreateShortcut "${MENU}\Repair.lnk" "$INSTDIR\python\python.exe" "-m medoffice_xl practice repair"
  ${If} ${FileExists} "$INSTDIR\guide\index.html"
    CreateShortcut "${MENU}\Guide.lnk" "$INSTDIR\guide\index.html"
  ${EndIf}
  CreateShortcut "${MENU}\Uninstall.lnk" "$INSTDIR\Uninstall.exe"
SectionEnd

; Only what was installed goes. The practice's folder is in Documents and is never touched.
Section "Uninstall"
  nsExec::Exec '"$INSTDIR\python\python.exe" -m medoffice_xl.windows remove'
  Pop $0
  !insertmacro MoveAside
  RMDir /r "$INSTDIR\python.old"
  RMDir /r "$INSTDIR\guide"
  RMDir /r "$INSTDIR\licences"
  Delete "$INSTDIR\medoffice.cmd"
  Delete "$INSTDIR\Uninstall.exe"
  RMDir "$INSTDIR"
  Delete "${MENU}\*.lnk"
  RMDir "${MENU}"
  DeleteRegKey HKCU "${UNINSTALL}"
  DeleteRegKey HKCU "Software\PracticeManager"
SectionEnd
