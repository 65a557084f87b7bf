@echo off
chcp 65001 >nul
cd /d "%~dp0"
title 富工建家 - 导入
fugong.exe import %*
echo.
pause
