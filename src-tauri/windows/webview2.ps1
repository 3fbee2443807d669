# Fetches Microsoft's bootstrapper for the WebView2 runtime, makes sure that it is Microsoft's, and lets it install for this person.
# The address is the one of Microsoft's "Distribute your app and the WebView2 Runtime".
param([string] $Folder)
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
[Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12
$setup = Join-Path $Folder 'MicrosoftEdgeWebview2Setup.exe'
Invoke-WebRequest -UseBasicParsing -Uri 'https://go.microsoft.com/fwlink/p/?LinkId=2124703' -OutFile $setup
$signature = Get-AuthenticodeSignature -FilePath $setup
if ($signature.Status -ne 'Valid' -or $signature.SignerCertificate.Subject -notmatch '(^|, )O=Microsoft Corporation(,|$)') {
    throw 'What was fetched is not signed by Microsoft.'
}
exit (Start-Process -FilePath $setup -ArgumentList '/silent', '/install' -Wait -PassThru).ExitCode
