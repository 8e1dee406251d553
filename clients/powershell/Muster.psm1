# People and licences of Muster, from Windows PowerShell 5.1 and PowerShell 7.
# Parameters are called as those of Microsoft Graph's commands, so that scripts for New-MgUser need other names of commands
# alone. Every request is made by Invoke-MusterRequest.

Set-StrictMode -Version 3.0

# Where Connect-Muster signed in: Uri, and the headers that every request carries.
$script:Session = $null

# The last answer that was a refusal, as an object.
$script:Refusal = $null

# Graph's id of the one kind of password that there is.
$script:PasswordMethod = '28c10230-6103-485e-b985-444c60001490'

function ConvertFrom-MusterSecret {
    param([Parameter(Mandatory)] [securestring] $Secret)

    (New-Object System.Management.Automation.PSCredential 'none', $Secret).GetNetworkCredential().Password
}

function Get-MusterErrorText {
    # Windows PowerShell keeps the answer in the response's stream, PowerShell 7 in ErrorDetails.
    param([Parameter(Mandatory)] $ErrorRecord)

    $text = $null
    if ($null -ne $ErrorRecord.ErrorDetails) { $text = $ErrorRecord.ErrorDetails.Message }
    if ([string]::IsNullOrEmpty($text) -and $ErrorRecord.Exception -is [System.Net.WebException] -and $null -ne $ErrorRecord.Exception.Response) {
        $stream = $ErrorRecord.Exception.Response.GetResponseStream()
        $reader = New-Object System.IO.StreamReader $stream, ([System.Text.Encoding]::UTF8)
        try { $text = $reader.ReadToEnd() } finally { $reader.Dispose() }
    }
    $text
}

function Invoke-MusterRequest {
    param(
        [Parameter(Mandatory)] [string] $Method,
        [Parameter(Mandatory)] [string] $Path,
        $Body,
        [hashtable] $Headers = @{},
        [string] $Uri,
        [string] $Token
    )

    if ([string]::IsNullOrEmpty($Uri)) {
        if ($null -eq $script:Session) { throw 'You are not signed in: run Connect-Muster first.' }
        $Uri = $script:Session.Uri
        $Token = $script:Session.Token
    }
    $all = @{}
    foreach ($name in $Headers.Keys) { $all[$name] = $Headers[$name] }
    if (-not [string]::IsNullOrEmpty($Token)) { $all['Authorization'] = "Bearer $Token" }
    $request = @{ Method = $Method; Uri = $Uri + $Path; Headers = $all; UseBasicParsing = $true }
    if ($null -ne $Body) {
        # As bytes: Windows PowerShell would send another encoding than UTF-8.
        $request['Body'] = [System.Text.Encoding]::UTF8.GetBytes((ConvertTo-Json -InputObject $Body -Depth 10 -Compress))
        $request['ContentType'] = 'application/json; charset=utf-8'
    }
    for ($attempt = 1; ; $attempt++) {
        try {
            return Invoke-RestMethod @request
        }
        catch {
            $fault = $_
            $status = 0
            $response = $fault.Exception.PSObject.Properties['Response']
            if ($null -ne $response -and $null -ne $response.Value) { $status = [int]$response.Value.StatusCode }
            # Turned away it was not begun, whatever it is.
            if ($status -eq 429 -and $attempt -lt 6) {
                Start-Sleep -Seconds ([math]::Pow(2, $attempt))
                continue
            }
            $text = Get-MusterErrorText -ErrorRecord $fault
            $script:Refusal = $null
            try {
                $script:Refusal = ConvertFrom-Json -InputObject $text -ErrorAction Stop
                $sentence = "$($script:Refusal.error.code): $($script:Refusal.error.message)"
            }
            catch {
                $sentence = $null
            }
            if ($null -eq $sentence) { throw $fault }
            throw $sentence
        }
    }
}

function Get-MusterPage {
    # Every item of a list, page after page.
    param([Parameter(Mandatory)] [string] $Path)

    $next = $Path
    while (-not [string]::IsNullOrEmpty($next)) {
        $page = Invoke-MusterRequest -Method 'GET' -Path $next
        $page.value
        $next = $null
        $link = $page.PSObject.Properties['@odata.nextLink']
        if ($null -ne $link) { $next = $link.Value.Substring($link.Value.IndexOf('/v1.0/')) }
    }
}

function Get-MusterUserPath {
    param([Parameter(Mandatory)] [string] $UserId)

    '/v1.0/users/' + [uri]::EscapeDataString($UserId)
}

function Get-MusterUserBody {
    # The body of a request, of the parameters that were given and are properties of a person.
    param([Parameter(Mandatory)] [System.Collections.IDictionary] $Given)

    $body = @{}
    foreach ($name in $Given.Keys) {
        if ($script:UserProperties -notcontains $name) { continue }
        $value = $Given[$name]
        if ($value -is [switch]) { $value = [bool]$value }
        $body[$name.Substring(0, 1).ToLowerInvariant() + $name.Substring(1)] = $value
    }
    $body
}

# What New-MgUser and Update-MgUser call the properties that people have here.
$script:UserProperties = @(
    'UserPrincipalName', 'DisplayName', 'GivenName', 'Surname', 'MailNickname', 'JobTitle', 'Department',
    'OfficeLocation', 'BusinessPhones', 'MobilePhone', 'FaxNumber', 'OtherMails', 'StreetAddress', 'City', 'State',
    'PostalCode', 'Country', 'UsageLocation', 'PreferredLanguage', 'EmployeeId', 'AccountEnabled', 'PasswordProfile',
    'PasswordPolicies'
)

function Connect-Muster {
    <#
    .SYNOPSIS
    Signs in at a Muster, for the commands that follow.
    .EXAMPLE
    Connect-Muster -Uri https://host -Token (Read-Host -AsSecureString)
    .EXAMPLE
    Connect-Muster -Uri https://host -Credential (Get-Credential) -NewPassword (Read-Host -AsSecureString)
    NewPassword is used where the password has to be changed first, and is left out otherwise.
    .EXAMPLE
    Connect-Muster -Uri https://host -ClientId $id -ClientSecret $secret
    #>
    [CmdletBinding(DefaultParameterSetName = 'Token')]
    param(
        [Parameter(Mandatory)] [string] $Uri,
        [Parameter(Mandatory, ParameterSetName = 'Token')] [securestring] $Token,
        [Parameter(Mandatory, ParameterSetName = 'Person')] [System.Management.Automation.PSCredential] $Credential,
        [Parameter(ParameterSetName = 'Person')] [securestring] $NewPassword,
        [Parameter(Mandatory, ParameterSetName = 'Application')] [string] $ClientId,
        [Parameter(Mandatory, ParameterSetName = 'Application')] [securestring] $ClientSecret
    )

    $address = $Uri.TrimEnd('/')
    $parsed = [uri]$address
    if ($parsed.Scheme -ne 'https' -and -not $parsed.IsLoopback) { throw "$Uri is not encrypted: give an address of https://." }
    # Windows PowerShell on an older system offers no TLS 1.2 by itself.
    if ($PSVersionTable.PSVersion.Major -lt 6) {
        [System.Net.ServicePointManager]::SecurityProtocol = [System.Net.ServicePointManager]::SecurityProtocol -bor [System.Net.SecurityProtocolType]::Tls12
    }
    switch ($PSCmdlet.ParameterSetName) {
        'Token' { $text = ConvertFrom-MusterSecret -Secret $Token }
        'Person' { $text = Get-MusterPersonToken -Uri $address -Credential $Credential -NewPassword $NewPassword }
        'Application' {
            $form = @{
                grant_type    = 'client_credentials'
                client_id     = $ClientId
                client_secret = ConvertFrom-MusterSecret -Secret $ClientSecret
            }
            $text = (Invoke-RestMethod -Method 'POST' -Uri "$address/oauth2/v2.0/token" -Body $form -UseBasicParsing).access_token
        }
    }
    $who = Invoke-MusterRequest -Method 'GET' -Path '/v1.0/session' -Uri $address -Token $text
    $script:Session = @{ Uri = $address; Token = $text }
    $who | Select-Object -Property 'kind', 'displayName', 'roles', 'expiresDateTime'
}

function Get-MusterPersonToken {
    param(
        [Parameter(Mandatory)] [string] $Uri,
        [Parameter(Mandatory)] [System.Management.Automation.PSCredential] $Credential,
        [securestring] $NewPassword
    )

    $password = $Credential.GetNetworkCredential().Password
    $body = @{ userPrincipalName = $Credential.UserName; password = $password }
    try {
        return (Invoke-MusterRequest -Method 'POST' -Path '/v1.0/signIn' -Body $body -Uri $Uri).token
    }
    catch {
        if ("$_" -notlike 'PasswordChangeRequired:*' -or $null -eq $NewPassword) { throw }
        # The password was right: the answer has a token that is good for changing it alone.
        $change = $script:Refusal.passwordChange.token
    }
    $passwords = @{ currentPassword = $password; newPassword = ConvertFrom-MusterSecret -Secret $NewPassword }
    (Invoke-MusterRequest -Method 'POST' -Path '/v1.0/me/changePassword' -Body $passwords -Uri $Uri -Token $change).token
}

function Get-MusterUser {
    <#
    .SYNOPSIS
    Reads a person, or lists people.
    .EXAMPLE
    Get-MusterUser -Filter "department eq 'Sales'" -All
    .EXAMPLE
    Get-MusterUser -Filter 'assignedLicenses/$count eq 0' -All
    #>
    [CmdletBinding(DefaultParameterSetName = 'List')]
    param(
        [Parameter(Mandatory, ParameterSetName = 'Get', Position = 0, ValueFromPipelineByPropertyName)]
        [Alias('Id', 'UserPrincipalName')] [string] $UserId,
        [Parameter(ParameterSetName = 'List')] [string] $Filter,
        [Parameter(ParameterSetName = 'List')] [int] $Top = 100,
        [Parameter(ParameterSetName = 'List')] [switch] $All,
        [string[]] $Property
    )

    process {
        $query = @()
        if ($null -ne $Property) { $query += '$select=' + [uri]::EscapeDataString($Property -join ',') }
        if ($PSCmdlet.ParameterSetName -eq 'Get') {
            $path = Get-MusterUserPath -UserId $UserId
            if ($query.Count -gt 0) { $path += '?' + ($query -join '&') }
            Invoke-MusterRequest -Method 'GET' -Path $path
            return
        }
        if (-not [string]::IsNullOrEmpty($Filter)) { $query += '$filter=' + [uri]::EscapeDataString($Filter) }
        $query += '$top=' + [math]::Min($Top, 100)
        $path = '/v1.0/users?' + ($query -join '&')
        if ($All) { Get-MusterPage -Path $path } else { Get-MusterPage -Path $path | Select-Object -First $Top }
    }
}

function New-MusterUser {
    <#
    .SYNOPSIS
    Adds a person. Without a password one is generated and mailed.
    .EXAMPLE
    Import-Csv people.csv | New-MusterUser
    #>
    [CmdletBinding(SupportsShouldProcess)]
    param(
        [Parameter(Mandatory, ValueFromPipelineByPropertyName)] [string] $UserPrincipalName,
        [Parameter(ValueFromPipelineByPropertyName)] [string] $DisplayName,
        [Parameter(ValueFromPipelineByPropertyName)] [string] $GivenName,
        [Parameter(ValueFromPipelineByPropertyName)] [string] $Surname,
        [Parameter(ValueFromPipelineByPropertyName)] [string] $MailNickname,
        [Parameter(ValueFromPipelineByPropertyName)] [string] $JobTitle,
        [Parameter(ValueFromPipelineByPropertyName)] [string] $Department,
        [Parameter(ValueFromPipelineByPropertyName)] [string] $OfficeLocation,
        [Parameter(ValueFromPipelineByPropertyName)] [string[]] $BusinessPhones,
        [Parameter(ValueFromPipelineByPropertyName)] [string] $MobilePhone,
        [Parameter(ValueFromPipelineByPropertyName)] [string] $FaxNumber,
        [Parameter(ValueFromPipelineByPropertyName)] [string[]] $OtherMails,
        [Parameter(ValueFromPipelineByPropertyName)] [string] $StreetAddress,
        [Parameter(ValueFromPipelineByPropertyName)] [string] $City,
        [Parameter(ValueFromPipelineByPropertyName)] [string] $State,
        [Parameter(ValueFromPipelineByPropertyName)] [string] $PostalCode,
        [Parameter(ValueFromPipelineByPropertyName)] [string] $Country,
        [Parameter(ValueFromPipelineByPropertyName)] [string] $UsageLocation,
        [Parameter(ValueFromPipelineByPropertyName)] [string] $PreferredLanguage,
        [Parameter(ValueFromPipelineByPropertyName)] [string] $EmployeeId,
        [Parameter(ValueFromPipelineByPropertyName)] [string] $PasswordPolicies,
        [hashtable] $PasswordProfile,
        [switch] $AccountEnabled
    )

    process {
        if (-not $PSCmdlet.ShouldProcess($UserPrincipalName, 'Add')) { return }
        $body = Get-MusterUserBody -Given $PSBoundParameters
        # An empty cell of Import-Csv says nothing.
        foreach ($name in @($body.Keys)) { if ($body[$name] -is [string] -and $body[$name] -eq '') { $body.Remove($name) } }
        # With a key nobody is added twice where the request is made again.
        $key = @{ 'Idempotency-Key' = [guid]::NewGuid().ToString() }
        Invoke-MusterRequest -Method 'POST' -Path '/v1.0/users' -Body $body -Headers $key
    }
}

function Set-MusterUser {
    <#
    .SYNOPSIS
    Changes a person. $null empties a property.
    .EXAMPLE
    Set-MusterUser -UserId ada@contoso.com -Department Sales -AccountEnabled:$false
    #>
    [CmdletBinding(SupportsShouldProcess)]
    param(
        [Parameter(Mandatory, Position = 0, ValueFromPipelineByPropertyName)] [Alias('Id')] [string] $UserId,
        [string] $UserPrincipalName,
        $DisplayName,
        $GivenName,
        $Surname,
        $MailNickname,
        $JobTitle,
        $Department,
        $OfficeLocation,
        [string[]] $BusinessPhones,
        $MobilePhone,
        $FaxNumber,
        [string[]] $OtherMails,
        $StreetAddress,
        $City,
        $State,
        $PostalCode,
        $Country,
        $UsageLocation,
        $PreferredLanguage,
        $EmployeeId,
        $PasswordPolicies,
        [hashtable] $PasswordProfile,
        [switch] $AccountEnabled
    )

    process {
        if (-not $PSCmdlet.ShouldProcess($UserId, 'Change')) { return }
        $body = Get-MusterUserBody -Given $PSBoundParameters
        $path = Get-MusterUserPath -UserId $UserId
        $null = Invoke-MusterRequest -Method 'PATCH' -Path $path -Body $body
    }
}

function Remove-MusterUser {
    <#
    .SYNOPSIS
    Deletes a person, who can be restored for 30 days.
    #>
    [CmdletBinding(SupportsShouldProcess, ConfirmImpact = 'High')]
    param([Parameter(Mandatory, Position = 0, ValueFromPipelineByPropertyName)] [Alias('Id')] [string] $UserId)

    process {
        if (-not $PSCmdlet.ShouldProcess($UserId, 'Delete')) { return }
        $path = Get-MusterUserPath -UserId $UserId
        $null = Invoke-MusterRequest -Method 'DELETE' -Path $path
    }
}

function Restore-MusterUser {
    <#
    .SYNOPSIS
    Restores a person who is deleted, by id, with a new password that is mailed.
    #>
    [CmdletBinding(SupportsShouldProcess)]
    param(
        [Parameter(Mandatory, Position = 0, ValueFromPipelineByPropertyName)] [Alias('Id')] [string] $DirectoryObjectId,
        [string] $NewUserPrincipalName
    )

    process {
        if (-not $PSCmdlet.ShouldProcess($DirectoryObjectId, 'Restore')) { return }
        $body = $null
        if (-not [string]::IsNullOrEmpty($NewUserPrincipalName)) { $body = @{ newUserPrincipalName = $NewUserPrincipalName } }
        $path = '/v1.0/directory/deletedItems/' + [uri]::EscapeDataString($DirectoryObjectId) + '/restore'
        Invoke-MusterRequest -Method 'POST' -Path $path -Body $body
    }
}

function Get-MusterSubscribedSku {
    <#
    .SYNOPSIS
    Lists licences with their seats.
    #>
    [CmdletBinding()]
    param()

    Get-MusterPage -Path '/v1.0/subscribedSkus'
}

function Set-MusterUserLicense {
    <#
    .SYNOPSIS
    Gives a person licences and takes them away, as Set-MgUserLicense does.
    .EXAMPLE
    Set-MusterUserLicense -UserId ada@contoso.com -AddLicenses @{ SkuId = $sku.skuId } -RemoveLicenses @()
    #>
    [CmdletBinding(SupportsShouldProcess)]
    param(
        [Parameter(Mandatory, Position = 0, ValueFromPipelineByPropertyName)] [Alias('Id')] [string] $UserId,
        [hashtable[]] $AddLicenses = @(),
        [string[]] $RemoveLicenses = @()
    )

    process {
        if (-not $PSCmdlet.ShouldProcess($UserId, 'License')) { return }
        # Windows PowerShell makes of an empty list, and of a list of one, something else than a list: @() keeps it one.
        $body = @{ addLicenses = @($AddLicenses); removeLicenses = @($RemoveLicenses) }
        $path = (Get-MusterUserPath -UserId $UserId) + '/assignLicense'
        Invoke-MusterRequest -Method 'POST' -Path $path -Body $body
    }
}

function Reset-MusterUserPassword {
    <#
    .SYNOPSIS
    Gives a person a new password, which is mailed. The old one and every session are dead at once.
    #>
    [CmdletBinding(SupportsShouldProcess, ConfirmImpact = 'High')]
    param([Parameter(Mandatory, Position = 0, ValueFromPipelineByPropertyName)] [Alias('Id')] [string] $UserId)

    process {
        if (-not $PSCmdlet.ShouldProcess($UserId, 'Reset the password')) { return }
        $path = (Get-MusterUserPath -UserId $UserId) + "/authentication/methods/$script:PasswordMethod/resetPassword"
        $null = Invoke-MusterRequest -Method 'POST' -Path $path -Body @{}
    }
}

function Import-MusterFile {
    <#
    .SYNOPSIS
    Imports a file of people.
    .EXAMPLE
    Import-MusterFile people.csv -DryRun -Wait
    #>
    [CmdletBinding(SupportsShouldProcess)]
    param(
        [Parameter(Mandatory, Position = 0)] [string] $Path,
        [switch] $DryRun,
        [ValidateSet('skip', 'update')] [string] $Existing,
        [ValidateSet('unlicensed', 'reject', 'hold')] [string] $Seats,
        [ValidateSet('mail', 'later', 'none')] [string] $Credentials,
        [switch] $Wait
    )

    $file = Get-Item -LiteralPath $Path -ErrorAction Stop
    if (-not $PSCmdlet.ShouldProcess($file.FullName, 'Import')) { return }
    $body = @{ fileName = $file.Name }
    if ($DryRun) { $body['dryRun'] = $true }
    if (-not [string]::IsNullOrEmpty($Existing)) { $body['existingPeople'] = $Existing }
    if (-not [string]::IsNullOrEmpty($Seats)) { $body['seatsShort'] = $Seats }
    if (-not [string]::IsNullOrEmpty($Credentials)) { $body['credentials'] = $Credentials }
    $import = Invoke-MusterRequest -Method 'POST' -Path '/v1.0/imports' -Body $body
    Send-MusterFile -File $file -Upload $import.upload
    if ($Wait) { Get-MusterImport -ImportId $import.id -Wait } else { $import }
}

function Get-MusterImport {
    <#
    .SYNOPSIS
    Says how far an import is, or lists imports, newest first.
    .EXAMPLE
    Get-MusterImport -ImportId $id -Wait
    #>
    [CmdletBinding(DefaultParameterSetName = 'List')]
    param(
        [Parameter(Mandatory, ParameterSetName = 'Get', Position = 0, ValueFromPipelineByPropertyName)] [Alias('Id')] [string] $ImportId,
        [Parameter(ParameterSetName = 'Get')] [switch] $Wait
    )

    process {
        if ($PSCmdlet.ParameterSetName -eq 'List') {
            Get-MusterPage -Path '/v1.0/imports'
            return
        }
        $path = '/v1.0/imports/' + [uri]::EscapeDataString($ImportId)
        $import = Invoke-MusterRequest -Method 'GET' -Path $path
        while ($Wait -and @('notStarted', 'running') -contains $import.status) {
            Start-Sleep -Seconds 2
            $import = Invoke-MusterRequest -Method 'GET' -Path $path
        }
        $import
    }
}

function Get-MusterMigrationBatch {
    <#
    .SYNOPSIS
    Shows a migration batch, or lists batches, newest first.
    .EXAMPLE
    Get-MusterMigrationBatch | Where-Object status -eq 'Created' | Start-MusterMigrationBatch
    #>
    [CmdletBinding(DefaultParameterSetName = 'List')]
    param(
        [Parameter(Mandatory, ParameterSetName = 'Get', Position = 0)] [Alias('Id')] [string] $Identity
    )

    if ($PSCmdlet.ParameterSetName -eq 'List') {
        Get-MusterPage -Path '/v1.0/migrationBatches'
        return
    }
    Invoke-MusterRequest -Method 'GET' -Path ('/v1.0/migrationBatches/' + [uri]::EscapeDataString($Identity))
}

function New-MusterMigrationBatch {
    <#
    .SYNOPSIS
    Makes a migration batch of a file. Without -AutoStart it waits for its start. No mail is moved.
    .EXAMPLE
    New-MusterMigrationBatch -Name Berlin -Type exchangeCutover -Path mailboxes.csv -AutoStart
    #>
    [CmdletBinding(SupportsShouldProcess)]
    param(
        [Parameter(Mandatory)] [string] $Name,
        [Parameter(Mandatory)] [ValidateSet('exchangeCutover', 'exchangeStaged', 'exchangeRemoteMove', 'imap')] [string] $Type,
        [Parameter(Mandatory)] [string] $Path,
        [switch] $AutoStart,
        [string] $StartAfter,
        [switch] $AutoComplete,
        [string] $CompleteAfter,
        [string[]] $NotificationEmails
    )

    $file = Get-Item -LiteralPath $Path -ErrorAction Stop
    if (-not $PSCmdlet.ShouldProcess($Name, 'Make a migration batch')) { return }
    $body = @{ fileName = $file.Name; displayName = $Name; migrationType = $Type }
    if ($AutoStart) { $body['autoStart'] = $true }
    if (-not [string]::IsNullOrEmpty($StartAfter)) { $body['startAfterDateTime'] = $StartAfter }
    if ($AutoComplete) { $body['autoComplete'] = $true }
    if (-not [string]::IsNullOrEmpty($CompleteAfter)) { $body['completeAfterDateTime'] = $CompleteAfter }
    if ($NotificationEmails) { $body['notificationEmails'] = @($NotificationEmails) }
    $batch = Invoke-MusterRequest -Method 'POST' -Path '/v1.0/migrationBatches' -Body $body
    Send-MusterFile -File $file -Upload $batch.upload
    $batch
}

function Start-MusterMigrationBatch {
    <#
    .SYNOPSIS
    Lets a migration batch begin, or go on after it was stopped.
    .EXAMPLE
    Start-MusterMigrationBatch $id
    #>
    [CmdletBinding(SupportsShouldProcess)]
    param(
        [Parameter(Mandatory, Position = 0, ValueFromPipelineByPropertyName)] [Alias('Id')] [string] $Identity
    )

    process {
        if (-not $PSCmdlet.ShouldProcess($Identity, 'Start')) { return }
        $path = '/v1.0/migrationBatches/' + [uri]::EscapeDataString($Identity) + '/start'
        Invoke-MusterRequest -Method 'POST' -Path $path
    }
}

function Stop-MusterMigrationBatch {
    <#
    .SYNOPSIS
    Stops a migration batch; rows keep what became of them.
    .EXAMPLE
    Stop-MusterMigrationBatch $id
    #>
    [CmdletBinding(SupportsShouldProcess)]
    param(
        [Parameter(Mandatory, Position = 0, ValueFromPipelineByPropertyName)] [Alias('Id')] [string] $Identity
    )

    process {
        if (-not $PSCmdlet.ShouldProcess($Identity, 'Stop')) { return }
        $path = '/v1.0/migrationBatches/' + [uri]::EscapeDataString($Identity) + '/stop'
        Invoke-MusterRequest -Method 'POST' -Path $path
    }
}

function Complete-MusterMigrationBatch {
    <#
    .SYNOPSIS
    Says that the mail of a migration batch is moved; nothing else changes.
    .EXAMPLE
    Complete-MusterMigrationBatch $id
    #>
    [CmdletBinding(SupportsShouldProcess)]
    param(
        [Parameter(Mandatory, Position = 0, ValueFromPipelineByPropertyName)] [Alias('Id')] [string] $Identity
    )

    process {
        if (-not $PSCmdlet.ShouldProcess($Identity, 'Complete')) { return }
        $path = '/v1.0/migrationBatches/' + [uri]::EscapeDataString($Identity) + '/complete'
        Invoke-MusterRequest -Method 'POST' -Path $path
    }
}

function Send-MusterFile {
    # The address is signed for the bucket: the token does not go there.
    param([System.IO.FileInfo] $File, $Upload)

    $signed = @{}
    foreach ($header in $Upload.headers.PSObject.Properties) { $signed[$header.Name] = $header.Value }
    $null = Invoke-RestMethod -Method 'PUT' -Uri $Upload.url -InFile $File.FullName -Headers $signed -ContentType 'application/octet-stream' -UseBasicParsing
}

Export-ModuleMember -Function @(
    'Connect-Muster', 'Get-MusterUser', 'New-MusterUser', 'Set-MusterUser', 'Remove-MusterUser', 'Restore-MusterUser',
    'Get-MusterSubscribedSku', 'Set-MusterUserLicense', 'Reset-MusterUserPassword', 'Import-MusterFile', 'Get-MusterImport',
    'Get-MusterMigrationBatch', 'New-MusterMigrationBatch', 'Start-MusterMigrationBatch', 'Stop-MusterMigrationBatch',
    'Complete-MusterMigrationBatch'
)
