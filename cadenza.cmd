@echo off
rem UNTESTED: written after the launcher for Unix, never run on Windows. Reports are welcome.
rem
rem Starts Cadenza on Windows: builds it with Maven when it has not been built, then runs it. Unlike ./cadenza it does not
rem notice changed sources: delete the .cadenza folder to build anew. Needs JDK 25 in CADENZA_JAVA_HOME or JAVA_HOME, and mvn
rem on the PATH. Learning needs libtorch for Windows: set CADENZA_MVN_ARGS=-Dnative.platform=windows-x86_64
setlocal EnableExtensions
set "ROOT=%~dp0"
if "%ROOT:~-1%"=="\" set "ROOT=%ROOT:~0,-1%"

set "JDK=%CADENZA_JAVA_HOME%"
if "%JDK%"=="" set "JDK=%JAVA_HOME%"
if not exist "%JDK%\bin\javac.exe" (
  echo cadenza: no JDK was found. Install JDK 25 and name its folder in CADENZA_JAVA_HOME. 1>&2
  exit /b 1
)
"%JDK%\bin\java.exe" -version 2>&1 | findstr /r /c:"version .25[.\"-]" >nul
if errorlevel 1 (
  echo cadenza: %JDK% is not a JDK 25. Name one in CADENZA_JAVA_HOME. 1>&2
  exit /b 1
)

set "KIND=play"
set "PROJECTS=cli"
set "OPTIONS=-XX:+UseSerialGC --sun-misc-unsafe-memory-access=allow --add-exports=java.desktop/com.sun.media.sound=ALL-UNNAMED"
if /i "%~1"=="train" (
  set "KIND=learn"
  set "PROJECTS=cli,train"
  set "OPENBLAS_NUM_THREADS=1"
  set "OMP_WAIT_POLICY=PASSIVE"
  set "OPTIONS=%OPTIONS% --enable-native-access=ALL-UNNAMED -Dorg.bytedeco.javacpp.maxPhysicalBytes=0 -Dorg.bytedeco.javacpp.maxBytes=0"
)
if /i "%~1"=="study" (
  set "KIND=study"
  set "PROJECTS=cli,studio"
  set "OPTIONS=%OPTIONS% --enable-native-access=ALL-UNNAMED"
)
set "BUILD=%ROOT%\.cadenza\%KIND%"

if not exist "%BUILD%\done" (
  echo cadenza: building ... 1>&2
  if not exist "%BUILD%\lib" mkdir "%BUILD%\lib"
  pushd "%ROOT%"
  set "JAVA_HOME=%JDK%"
  call mvn -B -ntp -pl %PROJECTS% -am -Dmaven.test.skip=true %CADENZA_MVN_ARGS% package dependency:copy-dependencies "-DincludeScope=runtime" "-DoutputDirectory=%BUILD%\lib" >"%BUILD%\build.log" 2>&1
  if errorlevel 1 (
    popd
    echo cadenza: the build failed; the log is %BUILD%\build.log 1>&2
    exit /b 1
  )
  popd
  copy /y "%ROOT%\cli\target\cadenza-cli-*.jar" "%BUILD%\lib" >nul
  if "%KIND%"=="learn" copy /y "%ROOT%\train\target\cadenza-train-*.jar" "%BUILD%\lib" >nul
  echo done>"%BUILD%\done"
)

"%JDK%\bin\java.exe" %OPTIONS% -cp "%BUILD%\lib\*" "-Dcadenza.home=%ROOT%" dev.cadenza.cli.Main %*
exit /b %errorlevel%
