using System.Collections.Immutable;
using System.Globalization;

namespace FuGongJianJia.Demo.District;

/// <summary>
/// The fictional district（示例区）: its towns and their unions, with what happens to them over the years.
/// </summary>
internal sealed class DemoWorld
{
    // What stands at each place of a town's list: 机 agency, 企 firm, 联 joint, 事 institution, 社 society, 其 other.
    private const string Pattern = "机企联事企企联企事企社企联企其企企联企企";

    private readonly int _size;
    private readonly ILookup<int, DemoUnion> _byTown;
    private readonly Dictionary<int, TaskLedger> _tasks = [];
    private readonly Dictionary<int, DocumentRegister> _documents = [];

    /// <summary>A district of so many towns and unions, as it stands from a year on.</summary>
    public DemoWorld(ulong seed, int towns, int unions, int baseYear)
    {
        _size = unions;
        Seed = seed;
        BaseYear = baseYear;
        Towns = [.. DemoNames.Towns.Take(towns).Select((t, i) => MakeTown(seed, i, t.Name))];
        Unions = [.. Gather(MakeUnions().OrderBy(u => u.Code, StringComparer.Ordinal))];
        _byTown = Unions.ToLookup(u => u.Town);
    }

    public ulong Seed { get; }

    /// <summary>First year of the series.</summary>
    public int BaseYear { get; }

    public ImmutableArray<DemoTown> Towns { get; }

    /// <summary>Grass-roots unions by code.</summary>
    public ImmutableArray<DemoUnion> Unions { get; }

    /// <summary>Unions of a town by code; of −1, those directly under the district.</summary>
    public IEnumerable<DemoUnion> UnionsOf(int town) => _byTown[town];

    /// <summary>The tasks of a year.</summary>
    public TaskLedger TasksOf(int year) =>
        _tasks.TryGetValue(year, out var known) ? known : _tasks[year] = new(DemoTask.Of(this, year));

    /// <summary>The documents of the district's federation of a year.</summary>
    public DocumentRegister DocumentsOf(int year) =>
        _documents.TryGetValue(year, out var known) ? known : _documents[year] = new(this, year);

    /// <summary>How many events of a kind for so many at 200 unions.</summary>
    public int Scaled(int at200)
    {
        var count = Math.Min((long)at200 * _size / 200, at200 * 25L);
        return (int)Math.Max(count, at200 / 8);
    }

    private static DemoTown MakeTown(ulong seed, int index, string place)
    {
        var random = SeededRandom.For(seed, "town", place);
        return new DemoTown(
            index,
            string.Create(CultureInfo.InvariantCulture, $"SL{index + 1:00}"),
            place,
            random.Normal() * 0.5,
            random.Normal() * 0.13
        );
    }

    private IEnumerable<DemoUnion> MakeUnions()
    {
        var direct = Math.Min(DemoNames.Direct.Length, Math.Max(2, _size * 8 / 100));
        for (var i = 0; i < direct; i++)
        {
            var (name, shortName, kind, category, workers) = DemoNames.Direct[i];
            yield return Make(-1, i, name, shortName, kind, category, workers);
        }

        var weights = DemoNames.Towns.Take(Towns.Length).Sum(t => t.Weight);
        var left = _size - direct;
        var (used, seen) = (0, 0);
        for (var town = 0; town < Towns.Length; town++)
        {
            seen += DemoNames.Towns[town].Weight;
            var upTo = (int)((long)left * seen / weights);
            foreach (var union in TownUnions(town, upTo - used, used))
            {
                yield return union;
            }

            used = upTo;
        }
    }

    private IEnumerable<DemoUnion> TownUnions(int town, int count, int before)
    {
        var place = Towns[town].Place;
        var made = new int[6];
        var extra = count;
        DemoUnion? joint = null;
        for (var i = 0; i < count; i++)
        {
            var mark = Pattern[i % Pattern.Length];
            mark = mark == '机' && i > 0 ? '企' : mark;
            var union = mark switch
            {
                '机' => Make(town, i, $"{place}机关工会", $"{place}机关工会", "基层工会", "机关"),
                '联' => Joint(town, i, made[1]++),
                '事' => Institution(town, i, made[2]++),
                '社' => Plain(town, i, DemoNames.Societies, made[3]++, "社会组织"),
                '其' => Plain(town, i, DemoNames.Others, made[4]++, "其他"),
                _ => Firm(town, i, made[0]++),
            };
            var fate = before + i;
            union = Fate(union, fate, joint);
            yield return union;
            if (union.IsJoint && union.Ended is null)
            {
                joint = union;
            }

            if (union.IsJoint && union.Ended is { } ended && union.MergedInto is null)
            {
                // 分设: the old one ends, two new ones begin the day after.
                foreach (var part in Split(town, extra, made[5]++, union, ended))
                {
                    extra++;
                    yield return part;
                }
            }
        }
    }

    // Who takes in a merged union has its workers from that year on.
    private IEnumerable<DemoUnion> Gather(IEnumerable<DemoUnion> unions)
    {
        var all = unions.ToArray();
        var merged = all.Where(u => u.MergedInto is not null)
            .ToLookup(u => u.MergedInto!, u => (u.Ended!.Value.Year, u.WorkersIn(u.Ended.Value.Year, BaseYear)));
        return all.Select(u => merged[u.Code].Any() ? u with { Joined = merged[u.Code].First() } : u);
    }

    // Of every 180 unions: one is merged, one split, one dissolved, one renamed, two are new, three are not public.
    private DemoUnion Fate(DemoUnion union, int number, DemoUnion? joint)
    {
        var second = BaseYear + 1;
        var third = BaseYear + 2;
        var firm = union.Category == "企业" && !union.IsJoint;
        return (number % 180) switch
        {
            21 when firm && joint is not null => union with
            {
                // Too few are left for a union of their own: they join that of the neighbourhood.
                Workers = 23,
                Growth = -0.02,
                Ended = new(second, 6, 30),
                MergedInto = joint.Code,
            },
            38 when firm => union with { Ended = new(third, 4, 20) },
            60 when firm => union with { Founded = new(second, 8, 18) },
            53 when firm => union with { Founded = new(third, 6, 12) },
            >= 66 and <= 68 when union.IsJoint => union with { Ended = new(third, 5, 31) },
            30 when firm => Rename(union, new(third, 3, 1)),
            15 or 74 or 140 => union with { IsPublic = false },
            _ => union,
        };
    }

    private static DemoUnion Rename(DemoUnion union, DateOnly on) =>
        union with
        {
            Name = union.Name.Replace("有限公司", "集团有限公司", StringComparison.Ordinal),
            ShortName = union.ShortName.Replace("工会", "集团工会", StringComparison.Ordinal),
            Renamed = (on, union.Name, union.ShortName),
        };

    private IEnumerable<DemoUnion> Split(int town, int index, int number, DemoUnion old, DateOnly ended)
    {
        var place = Towns[town].Place;
        string[] parts = old.Name.Contains("新就业形态", StringComparison.Ordinal)
            ? ["快递行业", "外卖配送行业"]
            : ["先进制造业", "现代服务业"];
        var again = number == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"第{number + 1}");
        for (var i = 0; i < parts.Length; i++)
        {
            var name = $"{place}{parts[i]}{again}联合工会";
            var part = Make(
                town,
                index + i,
                name,
                $"{Bare(place)}{parts[i]}{again}联合工会",
                "联合工会",
                "企业",
                Math.Max(30, (old.Workers / 2) - (i * 7))
            );
            yield return part with
            {
                Founded = ended.AddDays(1),
                SplitFrom = old.Code,
            };
        }
    }

    private DemoUnion Firm(int town, int index, int number)
    {
        var (name, shortName) = DemoNames.Firm((town * 1601) + number);
        return Make(town, index, name, shortName, "基层工会", "企业");
    }

    private DemoUnion Joint(int town, int index, int number)
    {
        var place = Towns[town].Place;
        var rotated = (number + (town * 3)) % DemoNames.Trades.Length;
        if (number == 1 || number >= DemoNames.Trades.Length)
        {
            var village =
                DemoNames.Village((town * 13) + number)
                + (place.EndsWith("街道", StringComparison.Ordinal) ? "社区" : "村");
            var again = number / 400;
            var suffix = again == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"第{again + 1}");
            return Make(
                town,
                index,
                $"{place}{village}{suffix}联合工会",
                $"{village}{suffix}联合工会",
                "联合工会",
                "企业"
            );
        }

        return Make(
            town,
            index,
            $"{place}{DemoNames.Trades[rotated]}联合工会",
            $"{Bare(place)}{DemoNames.Trades[rotated]}联合工会",
            "联合工会",
            "企业"
        );
    }

    private DemoUnion Institution(int town, int index, int number)
    {
        var place = Towns[town].Place;
        var kind = DemoNames.Schools[(number + (town * 2 % 3)) % DemoNames.Schools.Length];
        kind = kind == "卫生院" && place.EndsWith("街道", StringComparison.Ordinal) ? "社区卫生服务中心" : kind;
        if (number < DemoNames.Schools.Length)
        {
            return Make(town, index, $"{place}{kind}工会", $"{Bare(place)}{kind}工会", "基层工会", "事业");
        }

        var village = DemoNames.Village((town * 13) + number);
        var round = number / 400;
        var suffix = round == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"第{round + 1}");
        return Make(town, index, $"{place}{village}{suffix}小学工会", $"{village}{suffix}小学工会", "基层工会", "事业");
    }

    private DemoUnion Plain(int town, int index, ImmutableArray<string> kinds, int number, string category)
    {
        var place = Towns[town].Place;
        var kind = kinds[(number + town) % kinds.Length];
        var round = number / kinds.Length;
        var village =
            round == 0
                ? ""
                : DemoNames.Village((town * 13) + round)
                    + (round < 400 ? "" : string.Create(CultureInfo.InvariantCulture, $"第{(round / 400) + 1}"));
        return Make(
            town,
            index,
            $"{place}{village}{kind}工会",
            $"{Bare(place)}{village}{kind}工会",
            "基层工会",
            category
        );
    }

    private static string Bare(string place) =>
        place.EndsWith("街道", StringComparison.Ordinal) ? place[..^2] : place[..^1];

    private DemoUnion Make(
        int town,
        int index,
        string name,
        string shortName,
        string kind,
        string category,
        int? workers = null
    )
    {
        var townCode = town < 0 ? DemoNames.DistrictCode : Towns[town].Code;
        var code = string.Create(CultureInfo.InvariantCulture, $"{townCode}-{index + 1:0000}");
        var random = SeededRandom.For(Seed, "union", code);
        var townQuality = town < 0 ? 0.3 : Towns[town].Quality;
        var townDrift = town < 0 ? 0 : Towns[town].Drift;
        var size = workers ?? Size(random, category, kind);
        var small =
            size < 25 ? -0.2
            : size >= 200 ? 0.15
            : 0;
        var heading = random.NextDouble();
        var drift =
            heading < 0.27 ? 0.25 + (random.NextDouble() * 0.35)
            : heading < 0.45 ? -0.2 - (random.NextDouble() * 0.35)
            : random.Normal() * 0.08;
        var reporting = random.NextDouble();
        var founded = new DateOnly(random.Between(1996, BaseYear - 1), random.Between(1, 12), random.Between(1, 28));
        return new DemoUnion
        {
            Code = code,
            Name = name,
            ShortName = shortName,
            Kind = kind,
            Category = category,
            Town = town,
            Parent = townCode,
            Workers = size,
            Growth = category is "机关" or "事业" ? random.Normal() * 0.008 : (random.Normal() * 0.03) + 0.006,
            MemberShare = 0.84 + (random.NextDouble() * 0.16),
            FemaleShare = category == "事业" ? 0.5 + (random.NextDouble() * 0.25) : 0.22 + (random.NextDouble() * 0.42),
            Founded = founded,
            CreditCode = random.Chance(category == "企业" ? 0.2 : 0.35)
                ? CreditCodes.OfUnion(DemoNames.DivisionCode, townCode, index + 1)
                : null,
            Quality = (random.Normal() * 0.75) + (townQuality * 0.8) + small,
            Drift = drift + townDrift,
            Offsets = [.. Enumerable.Range(0, 5).Select(k => (random.Normal() * 0.5) + Habit(kind, category, k))],
            Silence =
                reporting < 0.8 ? 0.003
                : reporting < 0.96 ? 0.05
                : 0.24,
            HasParty = category is "机关" or "事业" || random.Chance(size >= 100 ? 0.85 : 0.5),
        };
    }

    // Index order: 红色, 规范, 活力, 温暖, 和谐.
    private static double Habit(string kind, string category, int index) =>
        (kind, category) switch
        {
            ("联合工会", _) => index is 1 or 4 ? -0.45
            : index == 2 ? 0.1
            : -0.15,
            (_, "机关") => index is 0 or 1 ? 0.5
            : index == 3 ? 0.3
            : 0,
            (_, "事业") => index is 0 or 3 ? 0.3 : 0.1,
            (_, "社会组织" or "其他") => index == 1 ? -0.3 : -0.1,
            _ => index == 2 ? 0.2
            : index == 0 ? -0.15
            : 0,
        };

    private static int Size(SeededRandom random, string category, string kind)
    {
        var pick = random.NextDouble();
        return (category, kind) switch
        {
            ("机关", _) => random.Between(24, 96),
            ("事业", _) => random.Between(22, 190),
            ("社会组织" or "其他", _) => random.Between(15, 64),
            (_, "联合工会") => random.Between(42, 420),
            _ => pick < 0.1 ? random.Between(15, 24)
            : pick < 0.4 ? random.Between(25, 70)
            : pick < 0.76 ? random.Between(71, 199)
            : pick < 0.94 ? random.Between(200, 560)
            : random.Between(561, 1480),
        };
    }
}
