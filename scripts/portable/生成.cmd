@echo off
chcp 65001 >nul
cd /d "%~dp0"
title 富工建家
fugong.exe build
if not errorlevel 1 start "" "output\site\index.html"
echo.
pause
