using System.Buffers.Binary;
using FuGongJianJia.Diagnostics;
using FuGongJianJia.Import.Files;
using FuGongJianJia.Import.Files.Yaml;
using FuGongJianJia.Model;

namespace FuGongJianJia.Import.SiteSettings;

/// <summary>Reads 字体文件 of input/theme/theme.yml: fonts that the site brings along, each with its licence.</summary>
internal static class FontFiles
{
    /// <summary>Most bytes of a file: a telephone loads it in some seconds.</summary>
    public const int MostBytes = 3_000_000;

    private const int LongestLicence = 200;

    // What a file begins with, and the endings that go with it（WOFF 2.0, 4.1; WOFF 1.0, 3; OpenType 1.9, Font Files）.
    private static readonly (uint Magic, string Ending)[] Kinds =
    [
        (0x774F4632, ".woff2"),
        (0x774F4646, ".woff"),
        (0x4F54544F, ".otf"),
        (0x00010000, ".ttf"),
        (0x74727565, ".ttf"),
    ];

    /// <summary>The look with its fonts; what is wrong is reported and left out.</summary>
    /// <param name="look">The look so far.</param>
    /// <param name="entries">标题 and 正文, each with 文件 and 许可.</param>
    /// <param name="files">Every file.</param>
    /// <param name="reader">Reads values.</param>
    /// <param name="bag">Gets what is wrong.</param>
    public static SiteLook Read(
        SiteLook look,
        IEnumerable<(YamlScalar Key, YamlValue Value)> entries,
        List<SourceFile> files,
        SettingReader reader,
        DiagnosticBag bag
    )
    {
        foreach (var (role, value) in entries)
        {
            reader.Name = "字体文件." + role.Text;
            var font = One(value, files, reader, bag);
            look = role.Text == "标题" ? look with { HeadingFile = font } : look with { TextFile = font };
        }

        return look;
    }

    private static LookFont? One(YamlValue value, List<SourceFile> files, SettingReader reader, DiagnosticBag bag)
    {
        var (name, licence) = ("", "");
        foreach (var (key, written) in LookImporter.Map(value, reader, ["文件", "许可"], bag))
        {
            (name, licence) =
                key.Text == "文件"
                    ? (reader.Text(written, ""), licence)
                    : (name, reader.Text(written, "", LongestLicence));
        }

        var path = LookImporter.Folder + name;
        var file = name.Length == 0 ? null : files.Find(f => f.Path == path);
        var problem =
            name.Length == 0 ? "没有写“文件”。请写 input/theme 里的文件名，例如 biaoti.woff2。"
            : file is null ? $"的文件 {path} 不存在。请核对文件名。"
            : licence.Length == 0
                ? "没有写“许可”。请写明按什么许可公开使用，例如 SIL Open Font License 1.1；没有许可的字体不能放到网上。"
            : licence.Contains('*', StringComparison.Ordinal) ? "的“许可”里有 *。请删去。"
            : file.Content.Length > MostBytes
                ? FormattableString.Invariant(
                    $"的文件有 {file.Content.Length / 1e6:0.0} MB，最多 {MostBytes / 1_000_000} MB，读者要等很久。请裁成常用字，存为 WOFF2。"
                )
            : !IsKnown(file) ? $"的文件 {path} 不是字体。应为 .woff2、.woff、.otf、.ttf 之一，内容与扩展名一致。"
            : null;
        if (problem is null)
        {
            return new LookFont(name, licence, file!.Content);
        }

        bag.Add(
            LookCodes.BadFontFile,
            new("input/theme/theme.yml", value.Line, value.Column),
            $"“{reader.Name}”{problem}"
        );
        return null;
    }

    private static bool IsKnown(SourceFile file) =>
        file.Content.Length > sizeof(uint)
        && BinaryPrimitives.ReadUInt32BigEndian(file.Content.Span) is var magic
        && Array.Exists(
            Kinds,
            k => k.Magic == magic && file.Path.EndsWith(k.Ending, StringComparison.OrdinalIgnoreCase)
        );
}
