# Gives a licence to everybody of a department who has none.
param(
    [Parameter(Mandatory)] [string] $Uri,
    [Parameter(Mandatory)] [securestring] $Token,
    [Parameter(Mandatory)] [string] $Department,
    [Parameter(Mandatory)] [string] $SkuPartNumber
)

Import-Module (Join-Path $PSScriptRoot '../Muster.psm1')
$null = Connect-Muster -Uri $Uri -Token $Token

$sku = Get-MusterSubscribedSku | Where-Object -Property skuPartNumber -EQ -Value $SkuPartNumber
if ($null -eq $sku) { throw "There is no licence $SkuPartNumber." }

$named = $Department.Replace("'", "''")
$people = Get-MusterUser -Filter "department eq '$named' and assignedLicenses/`$count eq 0" -All
foreach ($person in $people) {
    $null = Set-MusterUserLicense -UserId $person.id -AddLicenses @{ SkuId = $sku.skuId } -RemoveLicenses @()
    Write-Output $person.userPrincipalName
}
