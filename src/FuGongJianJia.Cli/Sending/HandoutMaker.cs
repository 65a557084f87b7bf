using System.Collections.Immutable;
using System.Text;
using FuGongJianJia.Cli.Files;
using FuGongJianJia.Cli.Terminal;
using FuGongJianJia.Diagnostics;
using FuGongJianJia.Editions.Office;
using FuGongJianJia.Model;
using FuGongJianJia.Text;
using FuGongJianJia.Theme;
using FuGongJianJia.Theme.Handouts;

namespace FuGongJianJia.Cli.Sending;

/// <summary>
/// Makes what is handed out（备料）: folders, archives and drafts of mail, one file to print and the sheet to sign. The
/// papers are those that stand in the output, byte for byte.
/// </summary>
/// <param name="handout">What is handed out.</param>
/// <param name="output">Output folder.</param>
/// <param name="sender">发件人 of drafts; empty where whoever opens one is.</param>
internal sealed class HandoutMaker(Handout handout, string output, string sender)
{
    private const string LetterName = "附函.pdf";
    private const string SumsName = "校验值.txt";

    private readonly Dictionary<string, byte[]> _files = new(StringComparer.Ordinal);
    private readonly List<Diagnostic> _notices = [];

    /// <summary>What could not be set as asked, sorted.</summary>
    public IReadOnlyCollection<Diagnostic> Notices => [.. _notices.Order()];

    /// <summary>Makes everything.</summary>
    /// <param name="add">Takes a path below the folder and bytes.</param>
    /// <param name="screen">Where progress is told.</param>
    /// <param name="cancellation">Stops between recipients.</param>
    /// <returns>The messages, in the order of their recipients.</returns>
    public ImmutableArray<MailDraft> Make(Action<string, byte[]> add, Screen screen, CancellationToken cancellation)
    {
        var drafts = ImmutableArray.CreateBuilder<MailDraft>();
        using var print = new PrintFile();
        screen.Progress(
            "备料",
            handout.Bundles.Length,
            step =>
            {
                foreach (var bundle in handout.Bundles.Where(b => !b.Papers.IsEmpty))
                {
                    cancellation.ThrowIfCancellationRequested();
                    if (Make(bundle, add, print, cancellation) is { } draft)
                    {
                        drafts.Add(draft);
                    }

                    step();
                }
            }
        );
        if (print.Pages > 0)
        {
            add("打印.pdf", print.ToBytes($"{handout.Period.Period.Title}富工建家材料打印文件", handout.Date));
        }

        add(
            "签收单.pdf",
            Render(HandoutPapers.SignOff(handout.Edition, handout.Period, handout.Bundles, handout.Fonts))
        );
        return drafts.ToImmutable();
    }

    private MailDraft? Make(Bundle bundle, Action<string, byte[]> add, PrintFile print, CancellationToken cancellation)
    {
        var (recipient, name) = (bundle.Recipient, Handout.NameOf(bundle.Recipient));
        var letter = Render(HandoutPapers.Letter(handout.Edition, handout.Period, bundle, handout.Fonts));
        var files = Files(bundle, letter);
        foreach (var (file, content) in recipient.Wants(Delivery.Folder) ? files : [])
        {
            add($"文件夹/{name}/{file}", content);
        }

        byte[]? archive = recipient.Wants(Delivery.Archive) ? Pack(name, files, cancellation) : null;
        if (archive is not null)
        {
            add($"压缩包/{name}.zip", archive);
        }

        if (recipient.Wants(Delivery.Print))
        {
            Print(bundle, letter, print);
        }

        if (!recipient.Wants(Delivery.Mail))
        {
            return null;
        }

        var draft = Draft(bundle, archive is null ? files : [($"{name}.zip", archive)]);
        add($"邮件/{name}.eml", draft.ToEml(sender, handout.Date));
        return draft;
    }

    private ImmutableArray<(string Name, byte[] Content)> Files(Bundle bundle, byte[] letter)
    {
        ImmutableArray<(string Name, byte[] Content)> files =
        [
            (LetterName, letter),
            .. bundle.Papers.SelectMany(p => p.Paths.Select(path => (p.NameOf(path), Read(path)))),
        ];
        var sums = new StringBuilder();
        foreach (var (name, content) in files)
        {
            sums.Append(Manifest.Hash(content)).Append("  ").Append(name).Append('\n');
        }

        return files.Add((SumsName, Encoding.UTF8.GetBytes(sums.ToString())));
    }

    private byte[] Pack(
        string name,
        ImmutableArray<(string Name, byte[] Content)> files,
        CancellationToken cancellation
    )
    {
        using var archive = new MemoryStream();
        Packing.Write(
            archive,
            handout.Date,
            files.Select(f => ($"{name}/{f.Name}", (Func<Stream>)(() => new MemoryStream(f.Content)))),
            cancellation
        );
        return archive.ToArray();
    }

    private void Print(Bundle bundle, byte[] letter, PrintFile print)
    {
        var pages = bundle
            .Papers.Select(p => p.Pdf)
            .OfType<string>()
            .ToDictionary(p => p, p => print.PagesOf(p, () => Read(p)), StringComparer.Ordinal);
        var number = bundle.Recipient.Number;
        var separator = HandoutPapers.Separator(handout.Edition, handout.Period, bundle, pages, handout.Fonts);
        print.Add(separator.Path, () => Render(separator));
        print.Add($"{LetterName} {number}", () => letter);
        foreach (var pdf in bundle.Papers.Select(p => p.Pdf).OfType<string>())
        {
            for (var copy = 0; copy < bundle.Recipient.Copies; copy++)
            {
                print.Add(pdf, () => Read(pdf));
            }
        }
    }

    private MailDraft Draft(Bundle bundle, ImmutableArray<(string Name, byte[] Content)> files)
    {
        var (recipient, period) = (bundle.Recipient, handout.Period);
        var text = new StringBuilder()
            .Append(recipient.Address)
            .Append("：\n\n")
            .Append(HandoutWords.OpeningOf(period, bundle))
            .Append('\n');
        foreach (var row in HandoutWords.Rows(bundle))
        {
            text.Append("· ").Append(row.MaterialText).Append("　").Append(row.Name);
            text.Append("（").Append(row.FormsText).Append("）\n");
        }

        text.Append('\n').Append(bundle.IsInternal ? HandoutWords.InternalText + "\n" : "");
        text.Append(LetterWords.IssuerOf(handout.Edition)).Append('\n');
        text.Append(Numerals.Date(handout.Date)).Append('\n');
        return new MailDraft(
            $"{period.Period}",
            recipient.Number,
            recipient.Address,
            recipient.Mailbox,
            $"{period.Period.Title}富工建家材料：{HandoutWords.Materials(bundle)}",
            text.ToString(),
            files
        );
    }

    private byte[] Read(string path)
    {
        if (!_files.TryGetValue(path, out var content))
        {
            _files.Add(path, content = File.ReadAllBytes(Path.Combine(output, path)));
        }

        return content;
    }

    private byte[] Render(OutputFile file)
    {
        var (content, notices) = file.Render();
        _notices.AddRange(notices);
        return content.ToArray();
    }
}
