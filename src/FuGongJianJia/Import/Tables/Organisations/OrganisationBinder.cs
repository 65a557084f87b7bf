using FuGongJianJia.Diagnostics;
using FuGongJianJia.Import.Rows;
using FuGongJianJia.Import.Values;
using FuGongJianJia.Model;

namespace FuGongJianJia.Import.Tables.Organisations;

/// <summary>Reads 组织.</summary>
internal static class OrganisationBinder
{
    /// <summary>Organisations by code, with every rule of the tree checked.</summary>
    public static OrganisationIndex Read(PeriodTables tables)
    {
        var rows =
            new List<(Organisation Organisation, string ParentText, SourcePlace Place, SourcePlace ParentPlace)>();
        var broken = new List<string>();
        var keys = new KeyGuard();
        var lacksWorkers = false;
        var read = tables.Read(
            OrganisationSchema.Table,
            row =>
            {
                lacksWorkers = !row.Has(OrganisationSchema.Workers);
                var code = row.Code(OrganisationSchema.Code);
                if (code.Length > 0 && !keys.IsFirst(row, OrganisationSchema.Code, code))
                {
                    return;
                }

                if (Bind(row, code) is { } organisation)
                {
                    rows.Add((organisation, Parent(row), row.Place, row.At(OrganisationSchema.Parent)));
                }
                else
                {
                    broken.Add(code);
                    broken.Add(OrganisationIndex.NameKey(row.Cleaned(OrganisationSchema.Title)));
                }
            }
        );

        if (rows.Count > 0 && lacksWorkers)
        {
            // One cause, however many unions there are.
            tables.Bag.Add(
                TableCodes.NoWorkers,
                tables.PlaceOf(OrganisationSchema.Table),
                "没有“职工数”一列，基层工会分不进规模相近的组，不参加排名。"
            );
        }

        // A parent may be given by name, so parents are looked up once every row is known.
        var unlinked = new OrganisationIndex(
            [.. rows.Select(r => r.Organisation).OrderBy(o => o.Code, StringComparer.Ordinal)],
            broken,
            read
        );
        var places = rows.ToDictionary(
            r => r.Organisation.Code,
            r => (r.Place, r.ParentPlace, r.ParentText.Length > 0),
            StringComparer.Ordinal
        );
        var linked = rows.Select(r =>
            r.Organisation with
            {
                Parent = Link(r.ParentText, r.ParentPlace, unlinked, tables.Bag),
            }
        );
        var organisations = new OrganisationIndex(
            [.. linked.OrderBy(o => o.Code, StringComparer.Ordinal)],
            broken,
            read
        );
        if (read)
        {
            OrganisationTree.Check(organisations, tables, places, broken.Count > 0);
        }

        return organisations;
    }

    private static Organisation? Bind(DataRow row, string code)
    {
        var name = row.Text(OrganisationSchema.Title);
        var shortName = row.Text(OrganisationSchema.ShortName);
        var level = row.Word(OrganisationSchema.Level, OrganisationVocabulary.Levels);
        var kind = row.Word(OrganisationSchema.Kind, OrganisationVocabulary.Kinds);
        var category = row.Word(OrganisationSchema.Category, OrganisationVocabulary.Categories);
        var status = row.Word(OrganisationSchema.Status, OrganisationVocabulary.Statuses) ?? OrganisationStatus.Normal;
        var workers = row.Whole(OrganisationSchema.Workers);
        var members = row.Whole(OrganisationSchema.Members);
        var women = row.Whole(OrganisationSchema.FemaleMembers);
        var founded = row.Date(OrganisationSchema.Founded);
        var credit = CreditCodeOf(row);
        var division = DivisionOf(row);
        var lineage = row.Text(OrganisationSchema.Lineage);
        var isPublic = row.YesNo(OrganisationSchema.IsPublic) ?? true;
        if (members > workers)
        {
            row.Report(
                TableCodes.MemberCounts,
                OrganisationSchema.Members,
                $"会员数 {members} 超过职工数 {workers}。请核对人数。"
            );
        }

        if (women > members)
        {
            row.Report(
                TableCodes.MemberCounts,
                OrganisationSchema.FemaleMembers,
                $"女会员数 {women} 超过会员数 {members}。请核对人数。"
            );
        }

        if (
            level is { } l
            && kind is { } k
            && (l, k)
                is not (

                    (Level.District, OrganisationKind.Federation)
                    or
                    (Level.Town, OrganisationKind.TownFederation or OrganisationKind.Industrial)
                    or
                    (
                        Level.Grassroots,
                        OrganisationKind.Grassroots
                            or OrganisationKind.Joint
                            or OrganisationKind.Industrial
                    )
                )
        )
        {
            row.Report(
                TableCodes.KindLevel,
                OrganisationSchema.Kind,
                $"层级是“{l.Word()}”，组织类型却是“{k.Word()}”。请核对。"
            );
        }

        if (level == Level.Grassroots && workers is null && !row.Failed && row.Has(OrganisationSchema.Workers))
        {
            row.Report(
                TableCodes.NoWorkers,
                OrganisationSchema.Workers,
                $"{Diagnostic.Quote(name)}没有职工数，分不进规模相近的组，不参加排名。"
            );
        }

        return row.Failed || code.Length == 0
            ? null
            : new()
            {
                Code = code,
                Name = name,
                ShortName = shortName.Length > 0 ? shortName : name,
                Level = level!.Value,
                Kind = kind!.Value,
                Category = category!.Value,
                CreditCode = credit,
                DivisionCode = division,
                Workers = workers,
                Members = members,
                FemaleMembers = women,
                Founded = founded,
                Status = status,
                Lineage =
                [
                    .. lineage
                        .Split(['|', '、', ';', '；', ',', '，', ' '], StringSplitOptions.RemoveEmptyEntries)
                        .Select(CodeText.Normalise),
                ],
                IsPublic = isPublic,
            };
    }

    private static string Parent(DataRow row) =>
        row.Cleaned(OrganisationSchema.Parent) is var text && CellCleaner.IsBlank(text) ? "" : text;

    private static string? Link(string text, SourcePlace place, OrganisationIndex index, DiagnosticBag bag)
    {
        if (text.Length == 0)
        {
            return null;
        }

        if (index.Resolve(text, out var ambiguous) is { } parent)
        {
            return parent.Code;
        }

        if (ambiguous)
        {
            bag.Add(
                TableCodes.AmbiguousOrganisation,
                place,
                $"“上级编码”{Diagnostic.Quote(text)}对应几个组织，无法确定是哪一个。请改填组织编码。"
            );
        }
        else if (!index.IsBroken(text))
        {
            bag.Add(TableCodes.UnknownOrganisation, place, () => index.UnknownMessage("上级编码", text));
        }

        return null;
    }

    private static string? CreditCodeOf(DataRow row)
    {
        var text = row.Cleaned(OrganisationSchema.CreditCode);
        if (CellCleaner.IsBlank(text))
        {
            return null;
        }

        var code = CodeText.Joined(text);
        if (CodeText.LooksScientific(code))
        {
            row.Report(
                CellCodes.DamagedCode,
                OrganisationSchema.CreditCode,
                CodeText.ScientificMessage(OrganisationSchema.CreditCode.Name, text)
            );
            return null;
        }

        var upper = code.ToUpperInvariant();
        if (upper != code)
        {
            row.Report(
                CellCodes.LowerCase,
                OrganisationSchema.CreditCode,
                $"“{OrganisationSchema.CreditCode.Name}”有小写字母，已改为大写。"
            );
        }

        if (!CreditCode.IsValid(upper))
        {
            var hint =
                upper.Length != 18 ? $"应为 18 位，读到 {upper.Length} 位"
                : upper.AsSpan().IndexOfAny("IOSVZ") >= 0
                    ? "代码里没有字母 I、O、S、V、Z，请检查是否与数字 1、0、5、2 混淆"
                : "校验码不符（GB 32100），请对照登记证书逐位核对";
            row.Report(
                CellCodes.BadCreditCode,
                OrganisationSchema.CreditCode,
                $"“{OrganisationSchema.CreditCode.Name}”不对：{hint}，读到{Diagnostic.Quote(text)}。"
            );
            return null;
        }

        if (!upper.StartsWith('8'))
        {
            row.Report(
                CellCodes.OddCreditCode,
                OrganisationSchema.CreditCode,
                $"“{OrganisationSchema.CreditCode.Name}”以 {upper[..2]} 开头，不像是工会的代码（81）。"
                    + (
                        upper[0] == '9'
                            ? "91 开头的是企业自己的代码，请填工会法人资格证书上的；没有就留空。"
                            : "请核对。"
                    )
            );
        }

        return upper;
    }

    private static string? DivisionOf(DataRow row)
    {
        var text = row.Cleaned(OrganisationSchema.Division);
        if (CellCleaner.IsBlank(text))
        {
            return null;
        }

        var code = CodeText.Joined(text);
        if (code.Length is not (6 or 9 or 12) || !code.All(char.IsAsciiDigit))
        {
            row.Report(
                CellCodes.BadDivision,
                OrganisationSchema.Division,
                $"“{OrganisationSchema.Division.Name}”应为 6、9 或 12 位数字，读到{Diagnostic.Quote(text)}。"
            );
            return null;
        }

        return code;
    }
}
