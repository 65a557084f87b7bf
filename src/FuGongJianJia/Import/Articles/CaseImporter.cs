using System.Collections.Immutable;
using System.Globalization;
using FuGongJianJia.Diagnostics;
using FuGongJianJia.Import.Files;
using FuGongJianJia.Import.Files.Yaml;
using FuGongJianJia.Import.Values;
using FuGongJianJia.Writing;

namespace FuGongJianJia.Import.Articles;

/// <summary>Reads input/cases/*.md.</summary>
internal static class CaseImporter
{
    private const int LongBody = 1200;

    /// <summary>What a case's front matter may hold; the documentation explains each.</summary>
    internal static ImmutableArray<string> FieldNames { get; } =
    ["标题", "类别", "日期", "组织", "地区", "来源", "数字", "摘要", "图片", "关联活动", "指标"];

    /// <summary>Cases, newest first, then by slug.</summary>
    public static ImmutableArray<CaseStory> Read(
        IEnumerable<SourceFile> files,
        IReadOnlySet<string> paths,
        ImportOptions options,
        DiagnosticBag bag
    ) =>
        [
            .. files
                .Select(f => Read(f, paths, options, bag))
                .OfType<CaseStory>()
                .OrderByDescending(c => c.Date)
                .ThenBy(c => c.Slug, StringComparer.Ordinal),
        ];

    private static CaseStory? Read(
        SourceFile source,
        IReadOnlySet<string> paths,
        ImportOptions options,
        DiagnosticBag bag
    )
    {
        if (
            WrittenFile.Read(source, FieldNames, paths, options, bag, publishesImages: false)
            is not
            (var file, var fields)
        )
        {
            return null;
        }

        SlugText.Check(file.Slug, file.File, bag);
        var dateText = fields.Text("日期", required: true);
        var date = DateOnly.MinValue;
        if (dateText.Length > 0 && !TryDate(dateText, out date))
        {
            fields.Wrong(fields.Find("日期")!, "日期", " 2024、2024-05 或 2024-05-01");
        }

        var region = fields.Text("地区", required: false);
        if (region is not ("" or "本区" or "外地"))
        {
            fields.Wrong(fields.Find("地区")!, "地区", " 本区 或 外地");
        }

        var length = file.Body.Count(c => !char.IsWhiteSpace(c));
        if (length > LongBody)
        {
            bag.Add(
                WritingCodes.LongBody,
                new(file.File, file.BodyLine),
                $"正文有 {length} 个字，一般不超过 {LongBody} 个字。请精简，或写成页面。"
            );
        }

        return new()
        {
            Slug = file.Slug,
            Title = fields.Text("标题", required: true),
            Kind = fields.Text("类别", required: true),
            DateText = dateText,
            Date = date,
            Organisation = fields.Text("组织", required: true),
            Elsewhere = region == "外地",
            Source = fields.Text("来源", required: true),
            Summary = fields.Text("摘要", required: true),
            Figures = Figures(fields, file.File, bag),
            Activity = fields.Text("关联活动", required: false) is { Length: > 0 } activity ? activity : null,
            Indicators = fields.List("指标"),
            Image = Image(fields, file.File, paths, bag),
            Body = file.Body.Trim('\n'),
            BodyLine = file.BodyLine + file.Body.Length - file.Body.TrimStart('\n').Length,
        };
    }

    /// <summary>A year, a month or a day; the last day of what was given.</summary>
    private static bool TryDate(string text, out DateOnly date)
    {
        if (PeriodText.TryParse(text, out var period))
        {
            date = period.End;
            return true;
        }

        return DateCell.TryParse(text, 0, out date) == DateForm.Full;
    }

    private static ImmutableArray<CaseFigure> Figures(FieldReader fields, string file, DiagnosticBag bag)
    {
        switch (fields.Find("数字"))
        {
            case null or YamlScalar { Text: "" }:
                return [];
            case YamlList list:
                return [.. list.Items.Select(i => Figure(i, fields, file, bag)).OfType<CaseFigure>()];
            case { } other:
                fields.Wrong(other, "数字", "一个列表，每项写 标签、数值、单位");
                return [];
        }
    }

    private static CaseFigure? Figure(YamlValue item, FieldReader fields, string file, DiagnosticBag bag)
    {
        if (item is not YamlMap map)
        {
            fields.Wrong(item, "数字", "一个列表，每项写 标签、数值、单位");
            return null;
        }

        var inner = new FieldReader(file, map, bag);
        inner.OnlyThese("标签", "数值", "单位", "约数", "预计");
        var value = inner.Text("数值", required: true);
        if (value.Length > 0 && (!NumberCell.TryParse(value, out var number) || number.Percent))
        {
            inner.Wrong(inner.Find("数值")!, "数值", "数，单位写在“单位”里，约数写“约数: 是”");
        }

        // 80余 in 数值 says the same as 约数: 是.
        var read = NumberCell.TryParse(value, out var cell) ? cell : default;
        return new(
            inner.Text("标签", required: true),
            read.Approximate ? read.Value.ToString("0.####", CultureInfo.InvariantCulture) : value,
            inner.Text("单位", required: false),
            inner.YesNo("约数") || read.Approximate,
            inner.YesNo("预计")
        );
    }

    private static CaseImage? Image(FieldReader fields, string file, IReadOnlySet<string> paths, DiagnosticBag bag)
    {
        switch (fields.Find("图片"))
        {
            case null or YamlScalar { Text: "" }:
                return null;
            case YamlMap map:
                var inner = new FieldReader(file, map, bag);
                inner.OnlyThese("路径", "替代文字", "说明", "同意");
                var path = inner.Text("路径", required: true);
                var alt = inner.Text("替代文字", required: false);
                var consent = inner.YesNo("同意");
                if (path.Length > 0)
                {
                    BodyCheck.ImagePath(path, inner.Place("路径"), paths, bag);
                }

                if (alt.Length == 0)
                {
                    bag.Add(
                        WritingCodes.ImageAlt,
                        inner.Place("图片"),
                        "图片没有替代文字。请在“替代文字”里写一句话说明图片内容。"
                    );
                }

                if (!consent)
                {
                    bag.Add(
                        WritingCodes.ImageConsent,
                        inner.Place("同意"),
                        "图片没有标明同意公开，不会公开。取得被拍摄人同意后写上“同意: 是”。"
                    );
                }

                return new(ArticleMarkdown.PathOf(path), alt, inner.Text("说明", required: false), consent);
            case { } other:
                fields.Wrong(other, "图片", "路径、替代文字、说明、同意几项");
                return null;
        }
    }
}
