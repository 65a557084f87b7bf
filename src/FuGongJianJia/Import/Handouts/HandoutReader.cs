using System.Collections.Immutable;
using System.Text.RegularExpressions;
using FuGongJianJia.Diagnostics;
using FuGongJianJia.Import.Files;
using FuGongJianJia.Import.Files.Csv;
using FuGongJianJia.Import.Rows;
using FuGongJianJia.Import.Schema;
using FuGongJianJia.Import.Tables.Organisations;
using FuGongJianJia.Import.Values;
using FuGongJianJia.Model;

namespace FuGongJianJia.Import.Handouts;

/// <summary>
/// Reads 分发.csv（分发表）: who gets what. It holds names and addresses of mail, so it is kept apart from the input of a
/// build, and only handing out reads it.
/// </summary>
public static partial class HandoutReader
{
    /// <summary>Where it stands.</summary>
    public const string Path = "input/分发.csv";

    private const string WholeDistrict = "全区";
    private const int MostCopies = 200;
    private const int LongestMailbox = 254;

    private static readonly char[] Separators = ['、', '|', '｜', '，', ',', '；', ';', '\n'];

    /// <summary>The recipients in the order of the table, and what is wrong with it, sorted.</summary>
    /// <param name="file">The file.</param>
    /// <param name="period">The period that is handed out.</param>
    /// <param name="organisations">Its organisations, by code.</param>
    /// <param name="cancellation">Stops the run.</param>
    public static (ImmutableArray<Recipient> Recipients, ImmutableArray<Diagnostic> Diagnostics) Read(
        SourceFile file,
        Period period,
        ImmutableArray<Organisation> organisations,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(file);
        var (bag, options) = (new DiagnosticBag(), ImportOptions.Default);
        var kind = FileKind.Of(file.Content);
        if (kind.Form != FileForm.Text)
        {
            bag.Add(
                FileCodes.WrongForm,
                new(file.Path),
                kind.Form == FileForm.Other
                    ? kind.Problem
                    : "分发表只读 CSV。请用 Excel 或 WPS 打开，另存为“CSV UTF-8”。"
            );
            return ([], bag.ToSorted());
        }

        var place = new SourcePlace(file.Path);
        var tables = new PeriodTables(
            period,
            new Dictionary<string, TableSource>(StringComparer.Ordinal)
            {
                [HandoutSchema.Table.Name] = new(
                    HandoutSchema.Table,
                    place,
                    new LedgerBook().Page(place),
                    isColumn => CsvRows.Open(file, options, bag, isColumn)
                ),
            },
            bag,
            cancellation
        );
        var index = new OrganisationIndex(organisations, [], complete: true);
        var district = organisations.FirstOrDefault(o => o.Level == Level.District);
        var recipients = tables.Records(
            HandoutSchema.Table,
            HandoutSchema.Name,
            r => $"{r.Name}\n{r.Post}",
            row => Bind(row, index, district)
        );
        return ([.. recipients.Select((r, i) => r with { Number = i + 1 })], bag.ToSorted());
    }

    private static Recipient? Bind(DataRow row, OrganisationIndex index, Organisation? district)
    {
        var (name, post) = (row.Text(HandoutSchema.Name), row.Text(HandoutSchema.Post));
        var isInternal = row.Word(HandoutSchema.Standing, HandoutSchema.Standings) == Standing.Internal;
        var scopes = Scopes(row, index, district);
        var materials = Words(row, HandoutSchema.Papers, HandoutSchema.Materials);
        var deliveries = Words(row, HandoutSchema.Ways, HandoutSchema.Deliveries);
        var copies = row.Whole(HandoutSchema.Copies) ?? 1;
        if (copies is < 1 or > MostCopies)
        {
            row.Report(
                CellCodes.OutOfRange,
                HandoutSchema.Copies,
                $"“份数”应在 1 到 {MostCopies} 之间，读到 {copies}。"
            );
        }

        if (!isInternal && materials.Where(m => m.IsInternal()).ToList() is { Count: > 0 } hidden)
        {
            row.Report(
                HandoutCodes.InternalOnly,
                HandoutSchema.Papers,
                $"{Say(hidden)}是内部材料，这一行的身份是公开。{HandoutCodes.InternalOnly.Remedy}"
            );
        }

        if (
            !scopes.IsEmpty
            && scopes.All(s => s.Level != Level.District)
            && materials.Where(m => m.IsOfAll()).ToList() is { Count: > 0 } whole
        )
        {
            row.Report(
                HandoutCodes.WholeDistrictOnly,
                HandoutSchema.Papers,
                $"{Say(whole)}里有每一个镇街，这一行的范围不是全区。{HandoutCodes.WholeDistrictOnly.Remedy}"
            );
        }

        var mailbox = Mailbox(row, isNeeded: deliveries.Contains(Delivery.Mail));
        return row.Failed
            ? null
            : new()
            {
                Number = 0,
                Name = name,
                Post = post,
                IsInternal = isInternal,
                Scopes = scopes,
                Materials = materials,
                Deliveries = deliveries,
                Copies = copies,
                Mailbox = mailbox,
            };
    }

    private static ImmutableArray<Organisation> Scopes(DataRow row, OrganisationIndex index, Organisation? district)
    {
        var scopes = ImmutableArray.CreateBuilder<Organisation>();
        foreach (var part in Parts(row, HandoutSchema.Scope))
        {
            if ((part == WholeDistrict ? district : index.Resolve(part, out _)) is { } found)
            {
                scopes.Add(found);
                continue;
            }

            _ = index.Resolve(part, out var ambiguous);
            row.Report(
                ambiguous ? TableCodes.AmbiguousOrganisation : TableCodes.UnknownOrganisation,
                HandoutSchema.Scope,
                ambiguous
                    ? $"“范围”{Diagnostic.Quote(part)}对应几个组织，无法确定是哪一个。请改填组织编码。"
                    : index.UnknownMessage("范围", part)
            );
        }

        return [.. scopes.DistinctBy(s => s.Code, StringComparer.Ordinal)];
    }

    private static ImmutableArray<T> Words<T>(DataRow row, ColumnSpec column, WordList<T> words)
        where T : struct, Enum
    {
        var found = new SortedSet<T>();
        foreach (var part in Parts(row, column))
        {
            if (words.TryParse(part, out var value))
            {
                found.Add(value);
            }
            else
            {
                row.Report(
                    CellCodes.BadWord,
                    column,
                    $"“{column.Name}”应为 {string.Join('、', words.Words)} 中的一样或几样，读到{Diagnostic.Quote(part)}。"
                        + Suggest.Phrase(part, words.Words)
                );
            }
        }

        return [.. found];
    }

    private static string[] Parts(DataRow row, ColumnSpec column) =>
        row.Text(column).Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    // What stands there is not shown: it may be somebody's own.
    private static string Mailbox(DataRow row, bool isNeeded)
    {
        var text = row.Cleaned(HandoutSchema.Mailbox);
        if (CellCleaner.IsBlank(text))
        {
            if (isNeeded)
            {
                row.Report(
                    HandoutCodes.BadMailbox,
                    HandoutSchema.Mailbox,
                    $"“方式”里有邮件，“邮箱”是空的。{HandoutCodes.BadMailbox.Remedy}"
                );
            }

            return "";
        }

        if (text.Length > LongestMailbox || !MailboxForm().IsMatch(text))
        {
            row.Report(
                HandoutCodes.BadMailbox,
                HandoutSchema.Mailbox,
                $"“邮箱”不是一个邮箱（内容不显示）。{HandoutCodes.BadMailbox.Remedy}"
            );
            return "";
        }

        return text;
    }

    private static string Say(IEnumerable<Material> materials) => string.Join('、', materials.Select(m => m.Word()));

    /// <summary>A mailbox that every server takes: ASCII, one @, a domain with a dot.</summary>
    [GeneratedRegex(
        @"\A[A-Za-z0-9][A-Za-z0-9._%+-]{0,63}@[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?"
            + @"(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)+\z"
    )]
    internal static partial Regex MailboxForm();
}
