# Smoke test in a real Excel on Windows: opens a COPY of the workbook, calculates, clicks, saves, opens again.
# Usage: powershell -ExecutionPolicy Bypass -File docs\excel-smoke.ps1 C:\Practice\PracticeManager.xlsm
param([Parameter(Mandatory = $true)][string]$Workbook)

$ErrorActionPreference = "Stop"
$script:failed = 0

function Check([string]$What, [bool]$Good, [string]$Detail = "") {
    if ($Good) { "ok    $What $Detail" } else { $script:failed++; "FAIL  $What $Detail" }
}

function Get-OurFormulas($Book) {
    foreach ($sheet in $Book.Worksheets) {
        $used = $sheet.UsedRange
        foreach ($cell in $used.Cells) {
            if ($cell.HasFormula -and $cell.Formula -match '\b(AR_|DAYS_TO_PAY|MONTHLY|PAYER_MIX|DENIAL_|COLLECT|CHARGE|LOAD_TABLE)') { $cell }
        }
    }
}

$copy = Join-Path $env:TEMP ("PracticeManager-smoke-" + [guid]::NewGuid().ToString("N") + ".xlsm")
Copy-Item -LiteralPath $Workbook -Destination $copy
Unblock-File -LiteralPath $copy
$excel = New-Object -ComObject Excel.Application
try {
    $excel.Visible = $true
    $excel.DisplayAlerts = $false
    $excel.AutomationSecurity = 1   # macros enabled: this script opens nothing but the copy
    $book = $excel.Workbooks.Open($copy)
    Check "opens" ($null -ne $book) ("Excel " + $excel.Version + ", " + $book.Worksheets.Count + " sheets")

    $clock = [Diagnostics.Stopwatch]::StartNew()
    $excel.CalculateFull()
    Check "calculates" $true ("{0:n1} s" -f $clock.Elapsed.TotalSeconds)

    $ours = @(Get-OurFormulas $book)
    Check "has our formulas" ($ours.Count -gt 0) "$($ours.Count)"
    $errors = @($ours | Where-Object { $_.Text -like "#*" })
    foreach ($cell in $errors) {
        $reason = $excel.Run("'" + $book.Name + "'!WHY", $cell)
        Check "error with a reason" ([string]$reason -ne "") ($cell.Worksheet.Name + "!" + $cell.Address($false, $false) + " " + $cell.Text + " " + $reason)
    }
    $spills = @($ours | Where-Object { $_.HasSpill })
    Check "results of several cells spill" ($spills.Count -gt 0) "$($spills.Count)"

    $before = @($ours | ForEach-Object { $_.Text })
    $asOf = $book.Names.Item("AsOf").RefersToRange
    $former = $asOf.Formula
    $asOf.Value2 = $asOf.Value2 - 45
    $after = @($ours | ForEach-Object { $_.Text })
    Check "an edit of the as-of date changes figures" ([bool](Compare-Object $before $after))
    $asOf.Formula = $former

    $sheets = @($book.Worksheets | ForEach-Object { $_.Name })
    foreach ($report in @{ remittance_check = "Remittance check"; open_receivables = "Open receivables"; denials = "Denials" }.GetEnumerator()) {
        $clock.Restart()
        $excel.Run("'" + $book.Name + "'!RunAction", $report.Key)
        $now = @($book.Worksheets | ForEach-Object { $_.Name })
        $new = @($now | Where-Object { $sheets -notcontains $_ })
        Check ("button " + $report.Key) ($now -contains $report.Value) ("{0:n1} s, new: {1}" -f $clock.Elapsed.TotalSeconds, ($new -join ", "))
        $sheets = $now
    }

    $book.Save()
    $book.Close($false)
    $book = $excel.Workbooks.Open($copy)
    Check "saved and opened again" (@($book.Worksheets | ForEach-Object { $_.Name }).Count -eq $sheets.Count)
    $book.Close($false)
} finally {
    $excel.Quit()
    [void][Runtime.InteropServices.Marshal]::ReleaseComObject($excel)
    Remove-Item -LiteralPath $copy -ErrorAction SilentlyContinue
}
if ($script:failed) { "$($script:failed) checks failed"; exit 1 } else { "all checks passed" }
