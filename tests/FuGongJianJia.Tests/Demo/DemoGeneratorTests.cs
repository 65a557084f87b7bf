using System.Globalization;
using System.Text.RegularExpressions;
using FuGongJianJia.Demo;
using FuGongJianJia.Demo.Indicators;
using FuGongJianJia.Import;
using FuGongJianJia.Import.Handouts;
using FuGongJianJia.Import.Files;
using FuGongJianJia.Model;

namespace FuGongJianJia.Tests.Demo;

public sealed class DemoGeneratorTests
{
    private static readonly Dictionary<string, byte[]> Default = DemoFolder.Generate(new DemoOptions());

    [Fact]
    public void A_table_without_rows_is_left_out()
    {
        var files = DemoFolder.Generate(new DemoOptions { Unions = 24 });
        Assert.DoesNotContain("data/2024/更正.csv", files.Keys);
        Assert.All(files.Where(f => IsTable(f.Key)), f => Assert.True(f.Value.Count(b => b == '\n') > 1, f.Key));
    }

    [Fact]
    public void The_committed_data_are_what_the_generator_gives()
    {
        var folder = Path.Combine(DemoFolder.Root, "data");
        var committed = Directory
            .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(p => Path.GetRelativePath(DemoFolder.Root, p).Replace('\\', '/'))
            .Where(p => p is not ("data/README.md" or "data/.gitattributes"))
            .Order(StringComparer.Ordinal);

        Assert.Equal(Default.Keys.Order(StringComparer.Ordinal), committed);
        foreach (var (path, bytes) in Default)
        {
            Assert.True(
                bytes.AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(DemoFolder.Root, path))),
                $"{path} differs: run `fugong demo --into .`"
            );
        }
    }

    [Fact]
    public void The_committed_recipients_are_sixty_and_what_the_generator_gives()
    {
        var made = DemoGenerator.Recipients(new DemoOptions()).ToSourceFile();
        Assert.Equal(made.Content.ToArray(), File.ReadAllBytes(Path.Combine(DemoFolder.Root, made.Path)));
        Assert.Equal(1 + 60, made.Content.ToArray().Count(b => b == '\n'));
    }

    [Theory]
    [InlineData(3, 24, 2024)]
    [InlineData(24, 200, 7)]
    [InlineData(5, 3000, 99)]
    public void Recipients_are_offices_and_units_that_stand(int towns, int unions, ulong seed)
    {
        var options = new DemoOptions
        {
            Towns = towns,
            Unions = unions,
            Seed = seed,
            Periods = [Period.OfYear(2023), Period.OfYear(2024)],
        };
        var import = Importer.Import(
            [
                .. DemoGenerator
                    .Generate(options)
                    .Append(DemoGenerator.Settings())
                    .Select(f => f.ToSourceFile())
                    .Where(f => !f.Content.IsEmpty),
            ],
            ImportOptions.Default,
            TestContext.Current.CancellationToken
        );
        var newest = import.Dataset!.Periods[^1];
        var (recipients, diagnostics) = HandoutReader.Read(
            DemoGenerator.Recipients(options).ToSourceFile(),
            newest.Period,
            newest.Organisations,
            TestContext.Current.CancellationToken
        );
        Assert.Empty(diagnostics);
        Assert.Equal(36 + towns, recipients.Length);
        Assert.All(
            recipients.Where(r => r.Mailbox.Length > 0),
            r => Assert.EndsWith(".example", r.Mailbox, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Every_table_of_the_contract_has_demo_data()
    {
        var made = Default.Keys.Where(IsTable).Select(Path.GetFileNameWithoutExtension).Distinct();
        Assert.Equal(
            TableRegistry.All.Select(t => t.Name).Order(StringComparer.Ordinal),
            made.Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void Every_required_column_of_the_contract_is_filled_in_every_row()
    {
        var files = DemoFolder.Generate(new DemoOptions { WidePeriod = null });
        foreach (var path in files.Keys.Where(IsTable))
        {
            var table = TableRegistry.All.Single(t => t.Name == Path.GetFileNameWithoutExtension(path));
            var rows = files.Rows(path);
            Assert.Subset(table.Columns.Select(c => c.Name).ToHashSet(), rows[0].Keys.ToHashSet());
            var empty = table.Columns.Where(c =>
                c.IsRequired && rows.Any(row => row.GetValueOrDefault(c.Name) is not { Length: > 0 })
            );
            Assert.True(!empty.Any(), $"{path}: {string.Join('、', empty.Select(c => c.Name))}");
        }
    }

    [Fact]
    public void One_seed_gives_one_set_of_bytes_and_another_seed_another()
    {
        var again = DemoFolder.Generate(new DemoOptions());
        var other = DemoFolder.Generate(new DemoOptions { Seed = 7 });

        Assert.All(Default, f => Assert.Equal(f.Value, again[f.Key]));
        Assert.NotEqual(Default["data/2024/指标值.csv"], other["data/2024/指标值.csv"]);
    }

    [Theory]
    [InlineData(24)]
    [InlineData(200)]
    [InlineData(2000)]
    public void As_many_unions_as_asked_for_are_alive_or_have_come_and_gone(int unions)
    {
        var files = DemoFolder.Generate(
            new DemoOptions
            {
                Unions = unions,
                Periods = [Period.OfYear(2022), Period.OfYear(2023), Period.OfYear(2024)],
            }
        );
        var codes = files
            .Keys.Where(k => k.EndsWith("/组织.csv", StringComparison.Ordinal))
            .SelectMany(k => files.Rows(k))
            .Where(r => r["层级"] == "基层")
            .Select(r => r["组织编码"])
            .Distinct()
            .Count();

        Assert.InRange(codes, unions, unions + Math.Max(4, unions / 40));
    }

    [Fact]
    public void Names_are_unique_under_one_parent_even_among_thousands()
    {
        var files = DemoFolder.Generate(new DemoOptions { Unions = 20000, Periods = [Period.OfYear(2024)] });
        var names = files.Rows("data/2024/组织.csv").Select(r => (r["上级编码"], r["组织名称"])).ToList();

        Assert.Equal(names.Count, names.Distinct().Count());
    }

    [Fact]
    public void The_catalogue_has_23_indicators_whose_points_make_100_in_every_index_at_every_level()
    {
        var rows = DefaultCatalogue.Of(2024, 2022);

        Assert.Equal(23, rows.Select(r => r.Code).Distinct().Count());
        foreach (var level in new[] { "基层", "镇街" })
        {
            var applicable = rows.Where(r => r.Levels == "全部" || r.Levels.Split('|').Contains(level))
                .DistinctBy(r => r.Code);
            var sums = applicable.GroupBy(r => r.Index).ToDictionary(g => g.Key, g => g.Sum(r => r.Weight));
            Assert.Equal(5, sums.Count);

            // 建会率 (15) is asked of towns alone: a grass-roots union's 规范指数 is out of the other 85.
            Assert.All(sums, s => Assert.Equal(level == "基层" && s.Key == "规范" ? 85 : 100, s.Value));
        }
    }

    [Fact]
    public void The_definition_of_H01_changes_once_and_says_so()
    {
        Assert.Single(
            DefaultCatalogue.Of(2022, 2022),
            r => r.Code == "H01" && r.Since is null && r.ChangeNote.Length == 0
        );
        Assert.Single(
            DefaultCatalogue.Of(2023, 2022),
            r => r.Code == "H01" && r.Since == 2023 && r.ChangeNote.Length > 0
        );
        Assert.Equal(DefaultCatalogue.Of(2023, 2022), DefaultCatalogue.Of(2024, 2022));
    }

    [Fact]
    public void A_bounded_ratio_never_exceeds_its_whole_and_no_denominator_is_zero()
    {
        var bounded = DefaultCatalogue.Of(2024, 2022).Where(r => r.IsBounded).Select(r => r.Code).ToHashSet();
        foreach (
            var path in Default.Keys.Where(k =>
                k.EndsWith("/指标值.csv", StringComparison.Ordinal) && !k.Contains("2024Q2", StringComparison.Ordinal)
            )
        )
        {
            foreach (var row in Default.Rows(path).Where(r => r["分母"].Length > 0))
            {
                var (n, d) = (
                    long.Parse(row["分子"], CultureInfo.InvariantCulture),
                    long.Parse(row["分母"], CultureInfo.InvariantCulture)
                );
                Assert.True(
                    d > 0 && n >= 0 && (n <= d || !bounded.Contains(row["指标编码"])),
                    $"{path}: {string.Join(',', row.Values)}"
                );
            }
        }
    }

    [Fact]
    public void Coverage_within_a_year_only_grows()
    {
        string[] quarters = ["2024Q1", "2024Q3", "2024Q4"];
        var counted = quarters
            .Select(q =>
                Default
                    .Rows($"data/{q}/指标值.csv")
                    .Where(r => r["指标编码"] is "R01" or "H03" or "W02" && r["状态"] == "已报" && r["约数"] == "否")
                    .ToDictionary(
                        r => (r["组织编码"], r["指标编码"]),
                        r => long.Parse(r["分子"], CultureInfo.InvariantCulture)
                    )
            )
            .ToList();

        foreach (var (key, earlier) in counted[0])
        {
            Assert.True(!counted[1].TryGetValue(key, out var later) || later >= earlier);
            Assert.True(!counted[2].TryGetValue(key, out var last) || last >= earlier);
        }
    }

    [Fact]
    public void Every_reference_to_a_union_is_in_the_same_folder()
    {
        foreach (var folder in Default.Keys.Where(IsTable).Select(k => k[..k.LastIndexOf('/')]).Distinct())
        {
            var codes = Default.Rows(folder + "/组织.csv").Select(r => r["组织编码"]).ToHashSet();
            foreach (
                var (file, column) in new[]
                {
                    ("组织", "上级编码"),
                    ("组织", "沿革编码"),
                    ("指标值", "组织编码"),
                    ("任务", "下达单位"),
                    ("任务流转", "办理单位"),
                    ("指导", "对象组织"),
                    ("需求", "上报组织"),
                    ("表彰", "所在组织"),
                    ("活动", "主办组织"),
                    ("结对", "组织"),
                    ("家访汇总", "组织编码"),
                }
            )
            {
                Assert.All(
                    Default.Rows($"{folder}/{file}.csv"),
                    r =>
                        Assert.True(r[column].Length == 0 || codes.Contains(r[column]), $"{folder}/{file}: {r[column]}")
                );
            }
        }
    }

    [Fact]
    public void Tasks_go_through_their_steps_in_order_and_time_never_runs_back()
    {
        string[] order = ["汇集", "下达", "分办", "领办", "反馈", "评价", "表彰", "退出"];
        foreach (var task in Default.Rows("data/2024/任务流转.csv").GroupBy(r => r["任务编码"]))
        {
            var previous = (Step: -1, Date: "");
            foreach (var row in task)
            {
                var step = Array.IndexOf(order, row["步骤"]);
                Assert.True(step >= previous.Step || (step == 4 && previous.Step == 5), $"{task.Key}: {row["步骤"]}");
                Assert.True(string.CompareOrdinal(row["日期"], previous.Date) >= 0, task.Key);
                Assert.NotEqual(7, previous.Step);
                previous = (step, row["日期"]);
            }
        }
    }

    [Fact]
    public void Guidance_climbs_one_rung_at_a_time_and_stops_when_mended()
    {
        string[] rungs = ["提醒", "预警", "督办", "约谈"];
        foreach (var matter in Default.Rows("data/2024/指导.csv").GroupBy(r => r["指导编码"][..^2]))
        {
            var steps = matter.ToList();
            Assert.Equal(rungs.Take(steps.Count), steps.Select(s => s["类型"]));
            Assert.All(steps.SkipLast(1), s => Assert.Equal("", s["整改完成日期"]));
        }
    }

    [Fact]
    public void Nothing_looks_like_a_telephone_number_an_identity_number_or_an_address_for_mail()
    {
        var personal = new Regex(@"(?<!\d)1[3-9]\d{9}(?!\d)|(?<![0-9A-Z])\d{17}[\dX](?![0-9A-Z])|@|身份证|手机");
        Assert.All(
            Default.Where(f => IsTable(f.Key)),
            f => Assert.DoesNotMatch(personal, System.Text.Encoding.UTF8.GetString(f.Value))
        );
    }

    [Fact]
    public void There_are_improving_and_worsening_unions_missing_values_and_values_that_do_not_apply()
    {
        var rows = Default.Rows("data/2024/指标值.csv");
        var states = rows.CountBy(r => r["状态"]).ToDictionary();

        Assert.InRange(states["缺报"], 20, 400);
        Assert.InRange(states["不适用"], 200, 1500);
        Assert.InRange(states["存疑"], 1, 40);
        Assert.InRange(rows.Count(r => r["约数"] == "是"), 1, 60);
        var change = Shares("2024").Join(Shares("2023"), a => a.Key, b => b.Key, (a, b) => a.Value - b.Value).ToList();
        Assert.True(change.Count(c => c > 0.03m) >= 20);
        Assert.True(change.Count(c => c < -0.03m) >= 15);
    }

    [Fact]
    public void Towns_are_24_and_none_has_the_name_of_a_real_one()
    {
        string[] real =
        [
            "富春",
            "春江",
            "鹿山",
            "东洲",
            "银湖",
            "万市",
            "洞桥",
            "渌渚",
            "永昌",
            "里山",
            "常绿",
            "场口",
            "常安",
            "龙门",
            "新登",
            "胥口",
            "大源",
            "灵桥",
            "新桐",
            "上官",
            "环山",
            "湖源",
            "春建",
            "渔山",
        ];
        var towns = Default.Rows("data/2024/组织.csv").Where(r => r["层级"] == "镇街").Select(r => r["简称"]).ToList();

        Assert.Equal(24, towns.Count);
        Assert.Equal(
            (5, 13, 6),
            (
                towns.Count(t => t.EndsWith("街道")),
                towns.Count(t => t.EndsWith('镇')),
                towns.Count(t => t.EndsWith('乡'))
            )
        );
        Assert.All(towns, t => Assert.DoesNotContain(real, r => t.StartsWith(r, StringComparison.Ordinal)));
    }

    [Fact]
    public void Too_few_unions_or_no_period_is_refused()
    {
        Assert.Throws<ArgumentException>(() => DemoGenerator.Generate(new DemoOptions { Unions = 3 }));
        Assert.Throws<ArgumentException>(() => DemoGenerator.Generate(new DemoOptions { Towns = 2 }));
        Assert.Throws<ArgumentException>(() => DemoGenerator.Generate(new DemoOptions { Periods = [] }));
    }

    private static bool IsTable(string path) => path.EndsWith(".csv", StringComparison.Ordinal);

    private static Dictionary<string, decimal> Shares(string period) =>
        Default
            .Rows($"data/{period}/指标值.csv")
            .Where(r => r["指标编码"] == "R01" && r["状态"] == "已报" && r["组织编码"].Length > 4)
            .ToDictionary(
                r => r["组织编码"],
                r =>
                    decimal.Parse(r["分子"], CultureInfo.InvariantCulture)
                    / decimal.Parse(r["分母"], CultureInfo.InvariantCulture)
            );
}
