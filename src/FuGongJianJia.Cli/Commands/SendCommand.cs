using System.Collections.Immutable;
using System.CommandLine;
using FuGongJianJia.Cli.Files;
using FuGongJianJia.Cli.Options;
using FuGongJianJia.Cli.Sending;
using FuGongJianJia.Cli.Terminal;
using FuGongJianJia.Diagnostics;
using FuGongJianJia.Import.Files;
using FuGongJianJia.Import.Handouts;
using FuGongJianJia.Model;
using FuGongJianJia.Theme.Handouts;

namespace FuGongJianJia.Cli.Commands;

/// <summary>
/// <c>fugong send</c>（分发）: to everybody their own papers, as 分发.csv says, in folders, archives, print and mail.
/// </summary>
internal static class SendCommand
{
    /// <summary>Where the password of the account is.</summary>
    public const string PasswordVariable = "FUGONG_SMTP_PASSWORD";

    public static Command Create(Screen screen, CancellationToken cancellation)
    {
        var (root, output) = (CommonOptions.Root(), CommonOptions.Output());
        var period = CommonOptions.OnePeriod();
        var to = CommonOptions.Folder("--to", "分发文件夹（默认为项目文件夹下的 dist/分发-期间）");
        var dryRun = new Option<bool>("--dry-run") { Description = "只说谁会得到什么、哪些邮件会发出，什么也不写" };
        var smtp = new Option<string?>("--smtp")
        {
            Description = "发出邮件；可以写服务器，如 smtp.example.cn:465，不写就用 发送.yml 里的",
            HelpName = "服务器",
            Arity = ArgumentArity.ZeroOrOne,
        };
        smtp.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var text }] && MailServerReader.Address(text) is null)
            {
                result.AddError($"应为 smtp.example.cn:465 这样的服务器，读到“{text}”。");
            }
        });
        var again = new Option<bool>("--again") { Description = "上一次断在最后、不知道收到没有的邮件，也再发一次" };
        var (quiet, events) = (CommonOptions.Quiet(), CommonOptions.Events());
        var command = new Command("send", "按 分发.csv 把材料分给每个人：文件夹、压缩包、打印文件、签收单、邮件")
        {
            root,
            output,
            period,
            to,
            dryRun,
            smtp,
            again,
            quiet,
            events,
        };
        command.SetAction(parsed =>
        {
            screen.IsQuiet = parsed.GetValue(quiet);
            screen.Events = parsed.GetValue(events) ? new EventLog(screen.Out) : null;
            var request = new Request
            {
                Root = parsed.GetValue(root)!,
                Output = BuildOptions.OutputOf(parsed.GetValue(root)!, parsed.GetValue(output)),
                Period = parsed.GetValue(period),
                To = parsed.GetValue(to),
                IsDry = parsed.GetValue(dryRun),
                IsMailed = parsed.GetResult(smtp) is { Implicit: false },
                Server = parsed.GetValue(smtp),
                Again = parsed.GetValue(again),
            };
            try
            {
                return Run(request, screen, cancellation);
            }
            catch (RemediableException failure)
            {
                return screen.Tell(failure);
            }
        });
        return command;
    }

    private static int Run(Request request, Screen screen, CancellationToken cancellation)
    {
        if (Server(request, screen) is not { } server)
        {
            return ExitCode.BadInput;
        }

        var password = request.IsMailed && !request.IsDry ? Password(server) : null;
        using var view = OutputView.Open(request.Output);
        if (VerifyCommand.Refused(request.Output, view.Stored, "分发", screen, cancellation) is { } refused)
        {
            return refused;
        }

        var (handout, code) = Plan(request, view.Stored.Manifest!, screen, cancellation);
        if (handout is null)
        {
            return code;
        }

        Tell(handout, request.IsDry, screen);
        var into = Path.GetFullPath(request.To ?? Path.Combine(request.Root, "dist", $"分发-{handout.Period.Period}"));
        var maker = new HandoutMaker(handout, request.Output, server.Sender);
        if (request.IsDry)
        {
            var preview = maker.Make((_, _) => { }, screen, cancellation);
            return Mail(request, handout, into, preview, server, null, screen, cancellation);
        }

        var (folder, fault) = HandoutFolder.Open(into);
        if (folder is null)
        {
            return Refuse([fault!], SendCodes.RecordUnreadable, screen);
        }

        using (folder)
        {
            var drafts = maker.Make((path, content) => folder.Add(path, content), screen, cancellation);
            screen.Diagnostics(maker.Notices, notes: false);
            if (folder.InTheWay() is { IsEmpty: false } inTheWay)
            {
                return Refuse([.. inTheWay.Select(InTheWay)], SendCodes.InTheWay, screen);
            }

            var (written, unchanged, removed) = folder.Finish($"{handout.Period.Period}", view.Stored.Digest);
            screen.Line(
                "已备好",
                FormattableString.Invariant($"  写入 {written:N0} 个文件，未变 {unchanged:N0}，移除 {removed:N0}，在 ")
                    + into
            );
            return Mail(request, handout, into, drafts, server, password, screen, cancellation);
        }
    }

    // The server of 发送.yml, with what the command line says; null when the file is wrong, which has been told.
    private static MailServer? Server(Request request, Screen screen)
    {
        var path = Path.Combine(request.Root, MailServerReader.Path);
        var server = new MailServer();
        if (File.Exists(path))
        {
            (server, var faults) = MailServerReader.Read(
                new SourceFile(MailServerReader.Path, File.ReadAllBytes(path))
            );
            if (faults.Any(f => f.Severity == Severity.Error))
            {
                _ = screen.Refuse(
                    [.. faults],
                    notes: false,
                    "没有分发。",
                    $"改好 {MailServerReader.Path}，再运行一次。"
                );
                return null;
            }

            screen.Diagnostics(faults, notes: true);
        }

        if (request.Server is { } named && MailServerReader.Address(named) is var (host, port))
        {
            server = server with { Host = host, Port = port };
        }

        if (request.IsMailed && (server.Host.Length == 0 || server.Sender.Length == 0))
        {
            throw new RemediableException(
                server.Host.Length == 0 ? "不知道用哪台服务器发邮件" : "不知道发件人是谁",
                $"在项目文件夹里建立 {MailServerReader.Path}，写上“服务器”“账号”“发件人”，写法见文档“分发”。"
            );
        }

        return server with
        {
            Authority = server.Authority is { } file ? Path.GetFullPath(file, Path.GetFullPath(request.Root)) : null,
        };
    }

    private static string? Password(MailServer server)
    {
        if (server.User.Length == 0)
        {
            return null;
        }

        if (server.Security == MailSecurity.None)
        {
            throw new RemediableException(
                "不加密的服务器不能用账号：密码会被人看到",
                $"在 {MailServerReader.Path} 里把“加密”改成 TLS 或 STARTTLS；服务器不要账号的，删掉“账号”。"
            );
        }

        return Environment.GetEnvironmentVariable(PasswordVariable) is { Length: > 0 } password
            ? password
            : throw new RemediableException(
                $"没有 {server.User} 的密码",
                $"把密码或授权码放在环境变量 {PasswordVariable} 里；不要写在文件和命令行里。"
            );
    }

    // Who gets what; null with the exit code where it cannot be said, which has been told.
    private static (Handout? Handout, int Code) Plan(
        Request request,
        Manifest manifest,
        Screen screen,
        CancellationToken cancellation
    )
    {
        var (standing, code) = screen.Wait(
            "成版",
            () => StandingEdition.Make(request.Root, request.Output, manifest, request.Period, screen, cancellation)
        );
        if (standing is null)
        {
            return (null, code);
        }

        if (standing.Handout is not { } table)
        {
            screen.Fail($"没有 {HandoutReader.Path}，不知道分给谁。");
            screen.Advise(
                "用 Excel 或 WPS 建一张表，列名是 收件人、职务、身份、范围、材料、方式、份数、邮箱，写法见文档“分发”。"
            );
            return (null, ExitCode.Usage);
        }

        var (recipients, found) = HandoutReader.Read(
            table,
            standing.Period.Period,
            standing.Organisations,
            cancellation
        );
        var fonts = InstalledFonts.Resolve(request.Root, standing.Office.Settings);
        ImmutableArray<Diagnostic> all = [.. found, .. fonts.Diagnostics];
        if (all.Any(d => d.Severity == Severity.Error))
        {
            return (null, screen.Refuse(all, notes: false, "没有分发。", "改好上面各处，再运行一次。"));
        }

        screen.Diagnostics(all, notes: false);
        return (
            new Handout(
                standing.Office,
                standing.Period,
                HandoutPlan.Of(standing.Office, standing.Period, recipients, manifest.Files.Select(f => f.Path)),
                fonts.Resolution.Fonts!
            ),
            ExitCode.Done
        );
    }

    private static void Tell(Handout handout, bool isDry, Screen screen)
    {
        screen.Diagnostics([.. handout.Bundles.Where(b => b.Papers.IsEmpty).Select(Nothing)], notes: false);
        if (isDry)
        {
            screen.Rows([
                ["序号", "收件人", "材料", "方式", "份数"],
                .. handout.Bundles.Select(b =>
                    (string[])
                        [
                            $"{b.Recipient.Number}",
                            b.Recipient.Address,
                            b.Papers.IsEmpty ? "没有" : HandoutWords.Materials(b),
                            HandoutWords.Deliveries(b.Recipient),
                            b.Recipient.Wants(Delivery.Print) ? $"{b.Recipient.Copies}" : "",
                        ]
                ),
            ]);
        }

        var deliveries = Enum.GetValues<Delivery>()
            .Select(d => (d, Count: handout.Bundles.Count(b => b.Recipient.Wants(d))))
            .Where(d => d.Count > 0)
            .Select(d => $"{d.d.Word()} {d.Count}");
        screen.Line(
            handout.Period.Period.Title,
            $"  {handout.Bundles.Length} 个收件人：{string.Join("，", deliveries)}"
        );
        var absent = handout
            .Bundles.SelectMany(b => b.Absent)
            .CountBy(m => m)
            .OrderBy(m => m.Key)
            .Select(m => $"{m.Key.Word()} {m.Value} 个收件人");
        if (string.Join("，", absent) is { Length: > 0 } words)
        {
            screen.Faint($"分发表里要、这一期没有的：{words}。");
        }
    }

    private static Diagnostic Nothing(Bundle bundle) =>
        new(
            SendCodes.NothingOfIt.Id,
            SendCodes.NothingOfIt.Severity,
            new SourcePlace(HandoutReader.Path),
            $"第 {bundle.Recipient.Number} 个收件人{bundle.Recipient.Address}要的"
                + $"{string.Join('、', bundle.Absent.Select(m => m.Word()))}，这一期的输出里都没有，什么也没有给。"
                + SendCodes.NothingOfIt.Remedy
        );

    private static int Mail(
        Request request,
        Handout handout,
        string folder,
        ImmutableArray<MailDraft> drafts,
        MailServer server,
        string? password,
        Screen screen,
        CancellationToken cancellation
    )
    {
        if (!request.IsMailed)
        {
            return Done(handout, [], request.IsDry, screen);
        }

        var (journal, fault) = SendJournal.Read(folder);
        if (journal is null)
        {
            return Refuse([fault!], SendCodes.RecordUnreadable, screen);
        }

        var postman = new Postman(server, password, journal);
        TellMail(drafts, postman, journal, request.Again, screen);
        if (request.IsDry)
        {
            return Done(handout, [], request.IsDry, screen);
        }

        var said = new List<(MailDraft Draft, SendState State, string Why)>();

        screen.Doing = "发送";
        var open = drafts.Count(d => postman.IsOpen(d, request.Again));
        var isWhole = true;
        screen.Progress(
            "发送",
            open,
            step =>
                isWhole = postman.Send(
                    drafts,
                    request.Again,
                    (draft, state, why) =>
                    {
                        said.Add((draft, state, why));
                        step();
                    },
                    cancellation
                )
        );
        foreach (var (draft, _, why) in said.Where(s => s.State != SendState.Sent))
        {
            screen.Fail($"第 {draft.Number} 号 {draft.To}：{why}。");
        }

        int Count(SendState state) => said.Count(s => s.State == state);
        var (sent, unknown) = (Count(SendState.Sent), Count(SendState.Unknown));
        screen.Line(
            "已发出",
            $"  {sent} 封，没有发出 {open - sent - unknown} 封，不知道收到没有 {unknown} 封；记在 {SendJournal.FileName}"
        );
        if (!isWhole || sent < open)
        {
            screen.Advise("改好以后再运行一次，只发没有发出的。不知道收到没有的，先问一问对方；要再发，加 --again。");
        }

        var done = Done(handout, [.. said.Select(s => s.State)], request.IsDry, screen);
        return sent < open ? ExitCode.BadInput : done;
    }

    private static void TellMail(
        ImmutableArray<MailDraft> drafts,
        Postman postman,
        SendJournal journal,
        bool again,
        Screen screen
    )
    {
        var open = drafts.Where(d => postman.IsOpen(d, again)).ToList();
        var sent = drafts.Count(d => journal.Last(d.Id)?.State == SendState.Sent);
        screen.Line("邮件", $"  要发 {open.Count} 封，发过 {sent} 封");
        if (open.Count(journal.HasEarlier) is > 0 and var changed)
        {
            screen.Line("      其中 " + $"{changed} 封以前发过，内容变了，会再发一封新的。");
        }

        foreach (
            var draft in drafts.Where(d => !again && journal.Last(d.Id)?.State is SendState.Begun or SendState.Unknown)
        )
        {
            screen.Line($"      第 {draft.Number} 号 {draft.To}：上一次断在最后，不知道收到没有，这次不发。");
        }
    }

    private static int Refuse(ImmutableArray<Diagnostic> found, DiagnosticCode code, Screen screen) =>
        screen.Refuse(found, notes: false, "没有分发。", code.Remedy);

    private static Diagnostic InTheWay(string path) =>
        new(
            SendCodes.InTheWay.Id,
            SendCodes.InTheWay.Severity,
            new SourcePlace(path),
            $"这个位置上的文件不是本程序写的，或者写好以后改过。{SendCodes.InTheWay.Remedy}"
        );

    private static int Done(Handout handout, IReadOnlyCollection<SendState> said, bool isDry, Screen screen)
    {
        if (isDry)
        {
            screen.Line("只看不做", "  什么也没有写，也没有发；去掉 --dry-run 才分发。");
        }

        screen.Events?.Done(
            new()
            {
                ["period"] = $"{handout.Period.Period}",
                ["recipients"] = handout.Bundles.Length,
                ["papers"] = handout.Bundles.Sum(b => b.Papers.Length),
                ["sent"] = said.Count(s => s == SendState.Sent),
                ["failed"] = said.Count(s => s == SendState.Failed),
                ["unknown"] = said.Count(s => s == SendState.Unknown),
            }
        );
        return ExitCode.Done;
    }

    private sealed record Request
    {
        public required string Root { get; init; }

        public required string Output { get; init; }

        public string? Period { get; init; }

        public string? To { get; init; }

        public bool IsDry { get; init; }

        public bool IsMailed { get; init; }

        public string? Server { get; init; }

        public bool Again { get; init; }
    }
}
