using System.Collections.Immutable;
using System.Text;
using FuGongJianJia.Import;
using FuGongJianJia.Import.Files;

namespace FuGongJianJia.Tests.Import;

/// <summary>The valid folder that cases build on, as bytes and as text.</summary>
internal static class Samples
{
    public const string Organisations = "data/2024/组织.csv";
    public const string Values = "data/2024/指标值.csv";

    public static ImmutableArray<SourceFile> Base { get; } = GoldenCases.Files("46-built-twice");

    public static string Text(string path) =>
        Encoding.UTF8.GetString(Base.First(f => f.Path == path).Content.Span).TrimStart('\uFEFF');

    public static ImportResult Import(params (string Path, byte[] Bytes)[] files) =>
        Importer.Import(
            [
                .. Base.Where(f => !files.Any(n => n.Path == f.Path)),
                .. files.Select(f => new SourceFile(f.Path, f.Bytes)),
            ],
            ImportOptions.Default,
            TestContext.Current.CancellationToken
        );

    public static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
