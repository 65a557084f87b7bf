using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using FuGongJianJia.Editions.Public;
using FuGongJianJia.Editions.Results;
using FuGongJianJia.Model;
using FuGongJianJia.OpenData;

namespace FuGongJianJia.Archive;

/// <summary>
/// The figures of a period as texts（公布的数字）, taken from open data: what the public was told, marks of what is withheld
/// among them, and nothing else. Places are not among them: they follow from the totals.
/// </summary>
public static class PublishedFigures
{
    private const int Digits = 10;

    // A ratio is told as 分子／分母＝数值.
    private const char Over = '／';
    private const char Is = '＝';

    /// <summary>What a reader of the record may not take for a figure: no text.</summary>
    public const string Nothing = "—";

    /// <summary>Name of the total among the figures of a unit.</summary>
    public const string Total = "总指数";

    /// <summary>Name of the grade among the figures of a unit.</summary>
    public const string Grade = "等次";

    /// <summary>Units of a period with their figures.</summary>
    public static ImmutableSortedDictionary<string, PublishedUnit> Of(PublicPeriod period, Settings settings)
    {
        ArgumentNullException.ThrowIfNull(period);
        ArgumentNullException.ThrowIfNull(settings);
        var columns = OpenTables.Indicators(settings.SmallNumberThreshold).Columns;
        return period
            .Towns.Prepend(period.District)
            .Concat(period.Unions)
            .ToImmutableSortedDictionary(
                unit => unit.Code,
                unit => PublishedUnit.Of(unit.Name, Figures(unit, columns)),
                StringComparer.Ordinal
            );
    }

    /// <summary>方法指纹: of the catalogue as it is published, and of the settings that scores depend on.</summary>
    public static string Method(PublicPeriod period, Settings settings)
    {
        ArgumentNullException.ThrowIfNull(period);
        ArgumentNullException.ThrowIfNull(settings);
        var text = new StringBuilder()
            .AppendJoin(' ', settings.IndexWeights.Select(Text))
            .Append('|')
            .AppendJoin(' ', settings.GradeBands.Select(Text))
            .Append(
                CultureInfo.InvariantCulture,
                $"|{settings.GradesEarly}|{settings.ProRata}|{settings.MissingScoresZero}|{settings.ScoreDecimals}"
            )
            .Append(
                CultureInfo.InvariantCulture,
                $"|{settings.Rounding}|{settings.SmallNumberThreshold}|{settings.ScoresWithheld}"
            )
            .Append(CultureInfo.InvariantCulture, $"|{settings.ScoresUnpublished}\n");
        return Hash([
            .. Encoding.UTF8.GetBytes(text.ToString()),
            .. OpenTables.Catalogue.Csv(period.Indicators.SelectMany(i => i.Variants)),
        ]);
    }

    /// <summary>Of all figures.</summary>
    internal static string Fingerprint(ImmutableSortedDictionary<string, PublishedUnit> units)
    {
        var text = new StringBuilder();
        foreach (var (code, unit) in units)
        {
            text.Append(code).Append('\n');
            foreach (var (item, figure) in unit.Figures)
            {
                text.Append(item).Append('\t').Append(figure).Append('\n');
            }
        }

        return Hash(Encoding.UTF8.GetBytes(text.ToString()));
    }

    /// <summary>A fingerprint of a text, 10 hexadecimal digits.</summary>
    public static string FingerprintOf(string text) => Hash(Encoding.UTF8.GetBytes(text));

    /// <summary>True when a correction may mean this figure by that text: all of it, or a part.</summary>
    internal static bool IsNamed(string figure, string text) =>
        figure == text
        || figure.Split(Over, Is).Contains(text.TrimEnd('%'), StringComparer.Ordinal)
        || figure.StartsWith($"{text.Replace('/', Over)}{Is}", StringComparison.Ordinal);

    private static IEnumerable<PublishedFigure> Figures(
        UnionResult unit,
        ImmutableArray<OpenColumn<(UnionResult Union, IndicatorResult Item)>> columns
    ) =>
        unit
            .Indexes.Select(i => new PublishedFigure(i.Key.Title(), Text(i.Value)))
            .Append(new(Total, Text(unit.Total)))
            .Append(new(Grade, Text(unit.Grade?.Word())))
            .Concat(
                unit.Indicators.Select(item => new PublishedFigure(
                    item.Code,
                    Figure(name => columns.First(c => c.Name == name).Value((unit, item)))
                ))
            );

    private static string Figure(Func<string, object?> column) =>
        (column("分子"), column("分母"), column("数值")) switch
        {
            (null, _, null) => Text(column("状态")),
            (null, _, var value) => Text(value),
            var (over, under, value) => $"{Text(over)}{Over}{Text(under)}{Is}{Text(value)}",
        };

    private static string Text(decimal value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Text(object? value) =>
        Convert.ToString(value, CultureInfo.InvariantCulture) is { Length: > 0 } text ? text : Nothing;

    // As short as nothing personal is.
    private static string Hash(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content))[..Digits];
}
