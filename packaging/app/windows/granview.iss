; Inno Setup 6: iscc /DVersion=0.1.0 /DFolder=C:\...\GranView /DOut=C:\... granview.iss
; Signing: iscc /Sgranview="signtool sign /fd sha256 /tr http://timestamp.example /td sha256 /n NAME $f" /DSigned ...

#ifndef Version
  #error Say which version: /DVersion=...
#endif
#ifndef Folder
  #error Say which folder: /DFolder=...
#endif

[Setup]
AppId={{6E1C3F0B-8B54-4D0E-9C35-6772616E7669}
AppName=GranView
AppVersion={#Version}
AppPublisher=GranView
DefaultDirName={localappdata}\Programs\GranView
DisableDirPage=auto
DisableProgramGroupPage=yes
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=commandline dialog
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
MinVersion=10.0.17763
OutputDir={#Out}
OutputBaseFilename=GranView-{#Version}-windows-x86_64
SetupIconFile={#Folder}\granview.ico
UninstallDisplayIcon={app}\granview.ico
LicenseFile={#Folder}\licences\GranView.txt
Compression=lzma2/max
SolidCompression=yes
ChangesAssociations=yes
CloseApplications=yes
RestartApplications=no
#ifdef Signed
SignTool=granview
SignedUninstaller=yes
#endif

[Languages]
Name: "en"; MessagesFile: "compiler:Default.isl"

[InstallDelete]
; An update never leaves modules of the version before beside its own.
Type: filesandordirs; Name: "{app}\python"
Type: filesandordirs; Name: "{app}\locks"

[Files]
Source: "{#Folder}\*"; DestDir: "{app}"; Flags: recursesubdirs createallsubdirs ignoreversion

[Icons]
Name: "{autoprograms}\GranView"; Filename: "{app}\python\pythonw.exe"; Parameters: "-I -m granview"; WorkingDir: "{userdocs}"; IconFilename: "{app}\granview.ico"; AppUserModelID: "GranView.GranView"

[Registry]
Root: HKA; Subkey: "Software\Classes\.granview"; ValueType: string; ValueData: "GranView.Comparison"; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\.granview\OpenWithProgids"; ValueType: string; ValueName: "GranView.Comparison"; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\GranView.Comparison"; ValueType: string; ValueData: "GranView comparison"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\GranView.Comparison\DefaultIcon"; ValueType: string; ValueData: "{app}\granview.ico"
Root: HKA; Subkey: "Software\Classes\GranView.Comparison\shell\open\command"; ValueType: string; ValueData: """{app}\python\pythonw.exe"" -I -m granview ""%1"""

[Run]
Filename: "{app}\python\pythonw.exe"; Parameters: "-I -m granview"; Description: "{cm:LaunchProgram,GranView}"; Flags: nowait postinstall skipifsilent
