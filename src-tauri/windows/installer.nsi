; Liaison's installer for Windows: for one person, without administrator's rights.
;
;   makensis -DVERSION=1.2.3 -DPROGRAMS=FOLDER -DOUT=FILE.exe src-tauri/windows/installer.nsi
;
;   /S            asks and shows nothing
;   /D=FOLDER     where to, last and without quotes
;   /NOWEBVIEW2   does not look for the WebView2 runtime: for managed computers
;   /MANAGED      somebody else sees to newer versions: this Liaison never looks for one
;   /UPDATE       with /S, by Liaison itself: waits until it has ended, and starts it again
;
; Ends with 0 when all is there, 2 when nothing was installed, 3 when Liaison is installed but WebView2 could not be.
; A newer one is installed over an older one. Setups, logs and settings are elsewhere and stay, also after an uninstall.

Target amd64-unicode
SetCompressor /SOLID lzma
ManifestDPIAware true
RequestExecutionLevel user

!include MUI2.nsh
!include LogicLib.nsh
!include FileFunc.nsh

!define KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\Liaison"
!define APP_PATHS "Software\Microsoft\Windows\CurrentVersion\App Paths"
!define CLASSES "Software\Classes"
!define APP_ID "Software\Classes\AppUserModelId\io.github.liaison-setup.liaison"
; Microsoft: "Distribute your app and the WebView2 Runtime", Detect if a WebView2 Runtime is already installed.
!define WEBVIEW2 "Microsoft\EdgeUpdate\Clients\{F3017226-FE2A-4295-8BDF-00C3A9A7E4C5}"

Name "Liaison"
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\Programs\Liaison"
InstallDirRegKey HKCU "${KEY}" "InstallLocation"
BrandingText "Liaison ${VERSION}"
VIProductVersion "${VERSION}.0"
VIAddVersionKey "ProductName" "Liaison"
VIAddVersionKey "FileDescription" "Liaison's installer"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "LegalCopyright" "The Liaison authors"

!define MUI_ICON "..\..\icons\icon.ico"
!define MUI_UNICON "..\..\icons\icon.ico"
!define MUI_FINISHPAGE_RUN "$INSTDIR\liaison-desktop.exe"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"

Var WebView2
; How many half seconds are waited for Liaison to end.
Var Patience
Var IsUpdate

; Windows refuses to write to a program that runs.
!macro EnsureClosed un
Function ${un}EnsureClosed
  retry:
  ${If} ${FileExists} "$INSTDIR\liaison-desktop.exe"
    ClearErrors
    FileOpen $0 "$INSTDIR\liaison-desktop.exe" a
    ${If} ${Errors}
      ${If} $Patience > 0
        IntOp $Patience $Patience - 1
        Sleep 500
        Goto retry
      ${EndIf}
      MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "Liaison is open. Close it, then try again. Nothing has been changed." /SD IDCANCEL IDRETRY retry
      SetErrorLevel 2
      Quit
    ${EndIf}
    FileClose $0
  ${EndIf}
FunctionEnd
!macroend
!insertmacro EnsureClosed ""
!insertmacro EnsureClosed "un."

Function FindWebView2
  StrCpy $WebView2 ""
  SetRegView 32
  ReadRegStr $WebView2 HKLM "Software\${WEBVIEW2}" "pv"
  SetRegView 64
  ${If} $WebView2 == ""
  ${OrIf} $WebView2 == "0.0.0.0"
    ReadRegStr $WebView2 HKCU "Software\${WEBVIEW2}" "pv"
  ${EndIf}
  ${If} $WebView2 == "0.0.0.0"
    StrCpy $WebView2 ""
  ${EndIf}
FunctionEnd

; Sets the error flag when the command line does not have the switch.
!macro HasSwitch NAME
  ${GetParameters} $0
  ClearErrors
  ${GetOptions} $0 "${NAME}" $1
!macroend

Function .onInit
  SetRegView 64
  StrCpy $Patience 0
  StrCpy $IsUpdate ""
  !insertmacro HasSwitch "/UPDATE"
  ${IfNot} ${Errors}
    StrCpy $Patience 120
    StrCpy $IsUpdate yes
  ${EndIf}
FunctionEnd

Function .onInstSuccess
  ${If} $IsUpdate != ""
    Exec '"$INSTDIR\liaison-desktop.exe"'
  ${EndIf}
FunctionEnd

Function un.onInit
  SetRegView 64
FunctionEnd

Section "Liaison"
  Call EnsureClosed
  SetOutPath "$INSTDIR"
  ClearErrors
  File "${PROGRAMS}\liaison-desktop.exe"
  File "${PROGRAMS}\liaison.exe"
  ; Only builds with the GNU linker have it apart.
  File /nonfatal "${PROGRAMS}\WebView2Loader.dll"
  File "/oname=LICENSE-MIT.txt" "..\..\LICENSE-MIT"
  File "/oname=LICENSE-APACHE.txt" "..\..\LICENSE-APACHE"
  File "/oname=third-party.txt" "${PROGRAMS}\third-party.txt"
  File "/oname=liaison.png" "..\..\icons\64x64.png"
  ${If} ${Errors}
    MessageBox MB_OK|MB_ICONSTOP "Liaison's files could not be written to $INSTDIR." /SD IDOK
    SetErrorLevel 2
    Quit
  ${EndIf}
  !insertmacro HasSwitch "/MANAGED"
  ${IfNot} ${Errors}
    ; crates/update/src/installation.rs looks for it.
    FileOpen $0 "$INSTDIR\liaison.managed" w
    FileClose $0
  ${EndIf}
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\Liaison.lnk" "$INSTDIR\liaison-desktop.exe"

  ; Win+R and "start" find them; PATH, which other programs share, is left alone.
  WriteRegStr HKCU "${APP_PATHS}\liaison-desktop.exe" "" "$INSTDIR\liaison-desktop.exe"
  WriteRegStr HKCU "${APP_PATHS}\liaison.exe" "" "$INSTDIR\liaison.exe"

  WriteRegStr HKCU "${CLASSES}\.liaison" "" "Liaison.Handover"
  WriteRegStr HKCU "${CLASSES}\Liaison.Handover" "" "Liaison handover"
  WriteRegStr HKCU "${CLASSES}\Liaison.Handover\DefaultIcon" "" "$INSTDIR\liaison-desktop.exe,0"
  WriteRegStr HKCU "${CLASSES}\Liaison.Handover\shell\open\command" "" '"$INSTDIR\liaison-desktop.exe" "%1"'
  ${RefreshShellIcons}

  ; In whose name notifications are shown: crates/api/src/reminder.rs.
  ; Microsoft: "Send a local toast notification from other types of unpackaged apps", step 1.
  WriteRegExpandStr HKCU "${APP_ID}" "DisplayName" "Liaison"
  WriteRegExpandStr HKCU "${APP_ID}" "IconUri" "$INSTDIR\liaison.png"

  WriteRegStr HKCU "${KEY}" "DisplayName" "Liaison"
  WriteRegStr HKCU "${KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${KEY}" "DisplayIcon" "$INSTDIR\liaison-desktop.exe"
  WriteRegStr HKCU "${KEY}" "Publisher" "The Liaison authors"
  WriteRegStr HKCU "${KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  WriteRegDWORD HKCU "${KEY}" "EstimatedSize" "$0"
  WriteRegDWORD HKCU "${KEY}" "NoModify" 1
  WriteRegDWORD HKCU "${KEY}" "NoRepair" 1
SectionEnd

Section "WebView2"
  !insertmacro HasSwitch "/NOWEBVIEW2"
  ${IfNot} ${Errors}
    Return
  ${EndIf}
  Call FindWebView2
  ${If} $WebView2 != ""
    DetailPrint "WebView2 $WebView2 is here."
    Return
  ${EndIf}
  DetailPrint "Fetching the WebView2 runtime from Microsoft"
  InitPluginsDir
  File "/oname=$PLUGINSDIR\webview2.ps1" "webview2.ps1"
  nsExec::ExecToLog '"$SYSDIR\WindowsPowerShell\v1.0\powershell.exe" -NoProfile -NonInteractive -ExecutionPolicy Bypass -File "$PLUGINSDIR\webview2.ps1" "$PLUGINSDIR"'
  Pop $0
  Call FindWebView2
  ${If} $WebView2 == ""
    SetErrorLevel 3
    MessageBox MB_OK|MB_ICONEXCLAMATION "Liaison is installed, but Microsoft's WebView2 runtime, which it shows its window with, could not be fetched. Install it from Microsoft, or run this installer again where the internet can be reached." /SD IDOK
  ${EndIf}
SectionEnd

Section "Uninstall"
  Call un.EnsureClosed
  ; The daily look of crates/api/src/schedule/task_scheduler.rs, where it was switched on: it would run a program that is gone.
  nsExec::Exec '"$SYSDIR\schtasks.exe" /Delete /TN "Liaison expiry" /F'
  Pop $0
  Delete "$INSTDIR\liaison-desktop.exe"
  Delete "$INSTDIR\liaison.exe"
  Delete "$INSTDIR\WebView2Loader.dll"
  Delete "$INSTDIR\LICENSE-MIT.txt"
  Delete "$INSTDIR\LICENSE-APACHE.txt"
  Delete "$INSTDIR\third-party.txt"
  Delete "$INSTDIR\liaison.png"
  Delete "$INSTDIR\liaison.managed"
  Delete "$INSTDIR\uninstall.exe"
  ; Only when empty: it may be a folder that somebody chose.
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\Liaison.lnk"
  DeleteRegKey HKCU "${APP_PATHS}\liaison-desktop.exe"
  DeleteRegKey HKCU "${APP_PATHS}\liaison.exe"
  DeleteRegKey HKCU "${CLASSES}\.liaison"
  DeleteRegKey HKCU "${CLASSES}\Liaison.Handover"
  DeleteRegKey HKCU "${APP_ID}"
  ${RefreshShellIcons}
  DeleteRegKey HKCU "${KEY}"
SectionEnd
