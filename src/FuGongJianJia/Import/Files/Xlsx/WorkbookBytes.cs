using FuGongJianJia.Diagnostics;

namespace FuGongJianJia.Import.Files.Xlsx;

/// <summary>What a library may do on meeting the bytes of a workbook（工作簿的字节）.</summary>
internal static class WorkbookBytes
{
    /// <summary>
    /// The library meets hostile bytes with whatever exception comes first, from its own to IndexOutOfRange, so every
    /// one of them means the same: this is no sound workbook.
    /// </summary>
    public static T? Guarded<T>(SourcePlace place, DiagnosticBag bag, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (ExcelDataReader.Exceptions.InvalidPasswordException)
        {
            bag.Add(FileCodes.BadWorkbook, place, "工作簿有密码。请在 Excel 或 WPS 里取消密码，再保存。");
        }
        catch (Exception e) when (e is not (OperationCanceledException or OutOfMemoryException))
        {
            bag.Add(
                FileCodes.BadWorkbook,
                place,
                "工作簿打不开：文件损坏，或者不是 Excel 工作簿。请用 Excel 或 WPS 打开确认，另存为 .xlsx。"
            );
        }

        return default;
    }
}
