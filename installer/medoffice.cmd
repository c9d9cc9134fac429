@echo off
rem The commands of Practice Manager: medoffice --help
"%~dp0python\python.exe" -m medoffice_xl %*
