using FuGongJianJia.Diagnostics;
using FuGongJianJia.Import.Files;
using FuGongJianJia.Import.Mapping;
using FuGongJianJia.Import.Rows;
using FuGongJianJia.Import.Tables.Indicators;
using FuGongJianJia.Model;

namespace FuGongJianJia.Import;

/// <summary>
/// Finds the tables of a period where an office's own exports are read by 对应.yml（自己的表格）: files that it names are
/// mapped, the rest is found as ever.
/// </summary>
internal sealed class OfficeFiles
{
    private readonly OfficeMapping _mapping;
    private readonly CodeRegister _register;

    private OfficeFiles(OfficeMapping mapping, CodeRegister register) => (_mapping, _register) = (mapping, register);

    /// <summary>The register with what was added; null when nothing was.</summary>
    public ReadOnlyMemory<byte>? Register =>
        _register.Added.Count > 0 ? _register.ToBytes() : default(ReadOnlyMemory<byte>?);

    /// <summary>Reads 对应.yml and the register; null where there is no mapping.</summary>
    public static OfficeFiles? Read(List<SourceFile> files, ImportOptions options, DiagnosticBag bag)
    {
        var mapping = MappingReader.Read(
            files.Find(f => f.Path == OfficeMapping.Path),
            TableRegistry.All,
            options,
            bag
        );
        if (mapping is null)
        {
            return null;
        }

        if (mapping.Unconfirmed > 0)
        {
            bag.Add(
                MappingCodes.Unconfirmed,
                new(OfficeMapping.Path),
                $"还有 {mapping.Unconfirmed} 处标着“待确认”，是程序的判断。请打开核对，对的把“待确认”删掉，不对的就改。"
            );
        }

        return new(mapping, CodeRegister.Read(files.Find(f => f.Path == CodeRegister.Path), options, bag));
    }

    /// <summary>Sources by table name.</summary>
    public Dictionary<string, TableSource> Find(
        Period period,
        List<SourceFile> files,
        ImportOptions options,
        LedgerBook book,
        DiagnosticBag bag
    )
    {
        var mapped = files
            .Where(f => PeriodFiles.MayBeTable(f) && _mapping.Tables.Any(t => t.FitsFile(f.Path)))
            .ToList();
        var found = PeriodFiles.Find(period, files.Except(mapped), options, book, bag);
        if (mapped.Count == 0)
        {
            return found;
        }

        var tables = MappedPeriod.Read(
            _mapping,
            _register,
            TableRegistry.All,
            period,
            mapped.SelectMany(f => OfficeGrid.Of(f, options, book, bag)),
            bag
        );
        foreach (var (name, source) in tables)
        {
            if (!found.TryGetValue(name, out var beside) || IsHeadOnly(beside, files))
            {
                found[name] = source;
            }
            else if (name == IndicatorSchema.Table.Name)
            {
                found[name] = source;
                bag.Add(
                    MappingCodes.Superseded,
                    beside.Place,
                    "对应.yml 里写了“指标”，以它为准，没有用这个文件。要用这个文件，请删掉 对应.yml 的“指标”一段。"
                );
            }
            else
            {
                bag.Add(
                    FileCodes.TableTwice,
                    beside.Place,
                    $"“{name}”由 对应.yml 从别的文件里也读到了，无法判断以哪个为准。请只留一个。"
                );
            }
        }

        return found;
    }

    /// <summary>True for an empty template: a head and no row.</summary>
    private static bool IsHeadOnly(TableSource source, List<SourceFile> files) =>
        files.Find(f => f.Path == source.Place.Path) is { } file
        && FileKind.Of(file.Content).Form == FileForm.Text
        && file.Content.Span.TrimEnd("\r\n,\t; "u8).IndexOf((byte)'\n') < 0;
}
