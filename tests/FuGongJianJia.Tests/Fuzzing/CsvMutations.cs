using System.Text;

namespace FuGongJianJia.Tests.Fuzzing;

/// <summary>What goes wrong with tables of text: cells, columns, rows, separators, quotes, encodings.</summary>
internal static class CsvMutations
{
    private static readonly char[] Separators = [',', '\t', ';', '，', '|'];

    public static byte[] Of(byte[] content, FuzzRandom random)
    {
        if (random.OneIn(6))
        {
            return Mutations.OfBytes(content, random);
        }

        var rows = Encoding.UTF8.GetString(content).Split('\n').Select(l => l.Split(',').ToList()).ToList();
        for (var n = random.Few(); n > 0; n--)
        {
            Change(rows, random);
        }

        var separator = random.OneIn(10) ? random.Pick(Separators) : ',';
        var end = random.OneIn(10) ? random.Pick(["\r\n", "\r", "\n\n", "\u2028"]) : "\n";
        return Mutations.Encoded(string.Join(end, rows.Select(r => string.Join(separator, r))), random);
    }

    private static void Change(List<List<string>> rows, FuzzRandom random)
    {
        var row = rows[random.Below(rows.Count)];
        var column = random.Below(row.Count);
        switch (random.Below(12))
        {
            case 0:
                rows.Insert(random.Below(rows.Count), [.. row]);
                break;
            case 1 when rows.Count > 1:
                rows.Remove(row);
                break;
            case 2:
                rows.ForEach(r => r.Insert(Math.Min(column, r.Count), r.ElementAtOrDefault(column) ?? ""));
                break;
            case 3:
                rows.ForEach(r => r.RemoveRange(Math.Min(column, r.Count - 1), Math.Min(1, r.Count - 1)));
                break;
            case 4:
                row.AddRange(Enumerable.Repeat(random.Pick(Mutations.Values), random.Many() / 10));
                break;
            case 5:
                row[column] = string.Concat(Enumerable.Repeat(random.Pick(Mutations.Values), random.Many()));
                break;
            case 6:
                row[column] = random.Pick(rows)[0];
                break;
            case 7:
                row[column] = Mutations.Inside(row[column], random, _ => random.Pick(Mutations.Values));
                break;
            case 8:
                rows.Insert(0, [.. Enumerable.Repeat(random.Pick(Mutations.Values), random.Below(6) + 1)]);
                break;
            default:
                row[column] = random.Pick(Mutations.Values);
                break;
        }
    }
}
