@echo off
chcp 65001 >nul
cd /d "%~dp0"
title 富工建家 - 预览
fugong.exe serve
echo.
pause
