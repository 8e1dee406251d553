# Adds the people of a CSV: UserPrincipalName, DisplayName, GivenName, Surname, Department, UsageLocation ...
# The script of the article, with other names of commands. Each gets a password by mail.
param(
    [Parameter(Mandatory)] [string] $Uri,
    [Parameter(Mandatory)] [securestring] $Token,
    [Parameter(Mandatory)] [string] $Path
)

Import-Module (Join-Path $PSScriptRoot '../Muster.psm1')
$null = Connect-Muster -Uri $Uri -Token $Token

foreach ($user in Import-Csv -LiteralPath $Path -Encoding UTF8) {
    try {
        $made = $user | New-MusterUser
        Write-Output "$($made.userPrincipalName) is there."
    }
    catch {
        Write-Warning "$($user.UserPrincipalName): $_"
    }
}
