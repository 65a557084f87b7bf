using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using FuGongJianJia.Editions;
using FuGongJianJia.Model;
using FuGongJianJia.Theme.Site.Map;

namespace FuGongJianJia.Theme.Site.Compare;

/// <summary>
/// What the compare page loads（比较数据）: a list of the towns, for each town the names of its unions, for each period its
/// catalogue and where
/// its figures stand, and the figures, thirty-two units a file. All are scripts that hand their content to a function,
/// because file:// pages may
/// not fetch; none is loaded before it is used. Every figure is the text that the unit's own page shows, written here
/// once.
/// </summary>
public static class CompareFiles
{
    /// <summary>
    /// Units a file of figures holds: small, since of a file mostly one unit is asked for; large enough that neighbours
    /// of a town often come with it.
    /// </summary>
    public const int UnitsPerFile = 32;

    private static readonly JsonWriterOptions Json = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>Every file, in no particular order.</summary>
    public static IEnumerable<OutputFile> Create(SiteModel site)
    {
        ArgumentNullException.ThrowIfNull(site);
        var choices = CompareChoices.Of(site);
        yield return File("units", to => choices.WriteUnits(to));
        foreach (var parent in choices.Parents)
        {
            yield return File("names-" + parent, to => choices.WriteNames(parent, to));
        }

        foreach (var period in site.Edition.Periods)
        {
            // Towns apart from unions: who compares towns takes one file, wherever their codes stand among those of
            // unions.
            ImmutableArray<UnionResult> towns = [period.District, .. period.Towns];
            var files = towns.Chunk(UnitsPerFile).Concat(period.Unions.Chunk(UnitsPerFile)).ToArray();
            yield return File($"{period.Period}", to => Head(site, period, towns, to));
            foreach (var (units, n) in files.Select((units, n) => (units, n)))
            {
                // A point, since 2024-10 is October.
                yield return File(
                    string.Create(CultureInfo.InvariantCulture, $"{period.Period}.{n}"),
                    (to, buffer) => new CompareFigures(site, period).Write(units, to, buffer)
                );
            }
        }
    }

    // The catalogue, and how the file of a unit is found from its code: towns by their place in the list, unions by the
    // first code of each file.
    private static void Head(SiteModel site, PeriodEdition period, ImmutableArray<UnionResult> towns, Utf8JsonWriter to)
    {
        to.WriteStartObject();
        to.WriteString("base", period.Base?.ToString() ?? "");
        to.WriteString("scope", period.Scope);
        to.WriteString("standing", site.Settings.PublicStanding.Word());
        to.WriteNumber("size", UnitsPerFile);
        Texts("towns", towns.Select(t => t.Code));
        Texts("unions", period.Unions.Chunk(UnitsPerFile).Select(c => c[0].Code));
        to.WriteStartArray("indicators");
        foreach (var i in period.Indicators)
        {
            to.WriteStartArray();
            to.WriteStringValue(i.Code);
            to.WriteStringValue(i.Name);
            to.WriteNumberValue((int)i.Index);
            to.WriteStringValue(Paths.Indicator(period.Period, i.Code));
            to.WriteEndArray();
        }

        to.WriteEndArray();
        to.WriteEndObject();

        void Texts(string name, IEnumerable<string> texts)
        {
            to.WriteStartArray(name);
            foreach (var text in texts)
            {
                to.WriteStringValue(text);
            }

            to.WriteEndArray();
        }
    }

    private static OutputFile File(string name, Action<Utf8JsonWriter> write) => File(name, (to, _) => write(to));

    private static OutputFile File(string name, Action<Utf8JsonWriter, IBufferWriter<byte>> write) =>
        new(
            $"site/{Paths.CompareData(name)}",
            OutputKind.Asset,
            () =>
            {
                var buffer = new ArrayBufferWriter<byte>(32 * 1024);
                buffer.Write(Encoding.UTF8.GetBytes($"FGC(\"{name}\","));
                using (var json = new Utf8JsonWriter(buffer, Json))
                {
                    write(json, buffer);
                }

                buffer.Write(")\n"u8);
                return buffer.WrittenMemory;
            }
        );
}
