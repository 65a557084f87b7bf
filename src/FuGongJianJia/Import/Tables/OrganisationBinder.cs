using System.Collections.Immutable;
using FuGongJianJia.Diagnostics;
using FuGongJianJia.Import.Rows;
using FuGongJianJia.Import.Values;
using FuGongJianJia.Model;
using T = FuGongJianJia.Import.Schema.OrganisationTable;

namespace FuGongJianJia.Import.Tables;

/// <summary>Reads 组织.</summary>
internal static class OrganisationBinder
{
    /// <summary>Organisations by code, with every rule of the tree checked.</summary>
    public static ImmutableArray<Organisation> Read(PeriodContext context)
    {
        var rows =
            new List<(Organisation Organisation, string ParentText, SourcePlace Place, SourcePlace ParentPlace)>();
        var broken = new List<string>();
        var keys = new KeyGuard();
        var read = context.Read(
            T.Spec,
            row =>
            {
                var code = row.Code(T.Code);
                if (code.Length > 0 && !keys.IsFirst(row, T.Code, code))
                {
                    return;
                }

                if (Bind(row, code) is { } organisation)
                {
                    rows.Add((organisation, Parent(row), row.Place, row.At(T.Parent)));
                }
                else
                {
                    broken.Add(code);
                    broken.Add(OrganisationIndex.NameKey(row.Cleaned(T.Title)));
                }
            }
        );

        // A parent may be given by name, so parents are looked up once every row is known.
        var unlinked = new OrganisationIndex(
            [.. rows.Select(r => r.Organisation).OrderBy(o => o.Code, StringComparer.Ordinal)],
            broken,
            read
        );
        var places = rows.ToDictionary(r => r.Organisation.Code, r => (r.Place, r.ParentPlace), StringComparer.Ordinal);
        var linked = rows.Select(r =>
                r.Organisation with
                {
                    Parent = Link(r.ParentText, r.ParentPlace, unlinked, context.Bag),
                }
            )
            .OrderBy(o => o.Code, StringComparer.Ordinal)
            .ToImmutableArray();
        context.Organisations = new(linked, broken, read);
        if (read)
        {
            OrganisationTree.Check(context, places, broken.Count > 0);
        }

        return linked;
    }

    private static Organisation? Bind(DataRow row, string code)
    {
        var name = row.Text(T.Title);
        var shortName = row.Text(T.ShortName);
        var level = row.Word(T.Level, WordLists.Levels);
        var kind = row.Word(T.Kind, WordLists.Kinds);
        var category = row.Word(T.Category, WordLists.Categories);
        var status = row.Word(T.Status, WordLists.Statuses) ?? OrganisationStatus.Normal;
        var workers = row.Whole(T.Workers);
        var members = row.Whole(T.Members);
        var women = row.Whole(T.FemaleMembers);
        var founded = row.Date(T.Founded);
        var credit = CreditCodeOf(row);
        var division = DivisionOf(row);
        var lineage = row.Text(T.Lineage);
        var isPublic = row.YesNo(T.IsPublic) ?? true;
        if (members > workers)
        {
            row.Report(TableCodes.MemberCounts, T.Members, $"会员数 {members} 超过职工数 {workers}。请核对人数。");
        }

        if (women > members)
        {
            row.Report(
                TableCodes.MemberCounts,
                T.FemaleMembers,
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
            row.Report(TableCodes.KindLevel, T.Kind, $"层级是“{l.Word()}”，组织类型却是“{k.Word()}”。请核对。");
        }

        if (level == Level.Grassroots && workers is null && !row.Failed)
        {
            row.Report(
                TableCodes.TotalsOnly,
                T.Workers,
                $"{DataRow.Quote(name)}没有职工数，分不进规模相近的组，不参加排名。"
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
        row.Cleaned(T.Parent) is var text && CellText.IsBlank(text) ? "" : text;

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
                $"“上级编码”{DataRow.Quote(text)}对应几个组织，无法确定是哪一个。请改填组织编码。"
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
        var text = row.Cleaned(T.CreditCode);
        if (CellText.IsBlank(text))
        {
            return null;
        }

        var code = CodeText.Normalise(text);
        if (CodeText.LooksScientific(code))
        {
            row.Report(CellCodes.DamagedCode, T.CreditCode, CodeText.ScientificMessage(T.CreditCode.Name, text));
            return null;
        }

        var upper = code.ToUpperInvariant();
        if (upper != code)
        {
            row.Report(CellCodes.LowerCase, T.CreditCode, $"“{T.CreditCode.Name}”有小写字母，已改为大写。");
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
                T.CreditCode,
                $"“{T.CreditCode.Name}”不对：{hint}，读到{DataRow.Quote(text)}。"
            );
            return null;
        }

        if (!upper.StartsWith('8'))
        {
            row.Report(
                CellCodes.OddCreditCode,
                T.CreditCode,
                $"“{T.CreditCode.Name}”以 {upper[..2]} 开头，不像是工会的代码（81）。{(upper[0] == '9' ? "91 开头的是企业自己的代码，请填工会法人资格证书上的；没有就留空。" : "请核对。")}"
            );
        }

        return upper;
    }

    private static string? DivisionOf(DataRow row)
    {
        var text = row.Cleaned(T.Division);
        if (CellText.IsBlank(text))
        {
            return null;
        }

        var code = CodeText.Normalise(text);
        if (code.Length is not (6 or 9 or 12) || !code.All(char.IsAsciiDigit))
        {
            row.Report(
                CellCodes.BadDivision,
                T.Division,
                $"“{T.Division.Name}”应为 6、9 或 12 位数字，读到{DataRow.Quote(text)}。"
            );
            return null;
        }

        return code;
    }
}
