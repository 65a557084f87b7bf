using System.IO.Compression;
using System.IO.Hashing;
using FuGongJianJia.Diagnostics;

namespace FuGongJianJia.Import.Files.Xlsx;

/// <summary>
/// Measures a workbook before anything parses it（解压上限）: a zip bomb is a few kilobytes that say they are small.
/// </summary>
internal static class ZipGuard
{
    private const int MostEntries = 2000;

    /// <summary>
    /// True when the archive opens and unpacks to at most <paramref name="most"/> bytes. The bytes are counted while
    /// they are unpacked,
    /// because the size an entry declares may lie.
    /// </summary>
    public static bool IsSafe(ReadOnlyMemory<byte> content, SourcePlace place, long most, DiagnosticBag bag)
    {
        try
        {
            using var archive = new ZipArchive(SourceStream.Of(content), ZipArchiveMode.Read);
            if (archive.Entries.Count > MostEntries || archive.Entries.Sum(e => Math.Min(e.Length, most + 1)) > most)
            {
                bag.Add(FileCodes.WorkbookTooLarge, place, TooLarge(most));
                return false;
            }

            if (archive.Entries.GroupBy(e => e.FullName, StringComparer.OrdinalIgnoreCase).Any(g => g.Count() > 1))
            {
                bag.Add(
                    FileCodes.BadWorkbook,
                    place,
                    "工作簿里有重名的部分，分不清以哪一份为准，文件不是 Excel 存的。请用 Excel 或 WPS 打开核对，另存为 .xlsx。"
                );
                return false;
            }

            var buffer = new byte[81_920];
            var total = 0L;
            foreach (var entry in archive.Entries)
            {
                using var stream = entry.Open();
                var checksum = new Crc32();
                int read;
                while ((read = stream.Read(buffer)) > 0)
                {
                    checksum.Append(buffer.AsSpan(0, read));
                    total += read;
                    if (total > most)
                    {
                        bag.Add(FileCodes.WorkbookTooLarge, place, TooLarge(most));
                        return false;
                    }
                }

                // The framework unpacks a part that was damaged on its way without looking.
                if (checksum.GetCurrentHashAsUInt32() != entry.Crc32)
                {
                    bag.Add(
                        FileCodes.BadWorkbook,
                        place,
                        "工作簿里的内容与它自己的校验值不符，文件在拷贝或下载时损坏了。请重新拷贝或导出一份。"
                    );
                    return false;
                }
            }

            return true;
        }
        catch (Exception e)
            when (e
                    is InvalidDataException
                        or NotSupportedException
                        or IOException
                        or ArgumentException
                        or OverflowException
            )
        {
            bag.Add(
                FileCodes.BadWorkbook,
                place,
                "工作簿打不开：文件损坏，或者不是 Excel 工作簿。请用 Excel 或 WPS 打开确认，另存为 .xlsx。"
            );
            return false;
        }
    }

    private static string TooLarge(long most) =>
        $"工作簿解压后超过 {most / 1_000_000} MB，为安全起见不读取。请确认文件来源；确实很大时另存为 CSV。";
}
