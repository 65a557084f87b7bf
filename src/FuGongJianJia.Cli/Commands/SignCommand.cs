using System.CommandLine;
using FuGongJianJia.Cli.Files;
using FuGongJianJia.Cli.Options;
using FuGongJianJia.Cli.Terminal;

namespace FuGongJianJia.Cli.Commands;

/// <summary><c>fugong sign</c>（签名）: vouches for an output that was checked, with a key made on first use.</summary>
internal static class SignCommand
{
    // Beside data and input, so that neither a build nor a copy of the site takes it along.
    private const string Folder = "keys";
    private const string FileName = "signing-key.pem";

    public static Command Create(Screen screen, CancellationToken cancellation)
    {
        var (root, output) = (CommonOptions.Root(), CommonOptions.Output());
        var key = new Option<string?>("--key")
        {
            Description = "私钥文件，没有就新建一个（默认为项目文件夹下的 keys/signing-key.pem）",
            HelpName = "文件",
        };
        var command = new Command("sign", "给输出签名，让拿到文件的人核对是谁发布的；第一次使用时生成密钥")
        {
            root,
            output,
            key,
        };
        command.SetAction(parsed =>
            Run(
                parsed.GetValue(root)!,
                BuildOptions.OutputOf(parsed.GetValue(root)!, parsed.GetValue(output)),
                Path.GetFullPath(parsed.GetValue(key) ?? Path.Combine(parsed.GetValue(root)!, Folder, FileName)),
                screen,
                cancellation
            )
        );
        return command;
    }

    internal static int Run(string root, string output, string path, Screen screen, CancellationToken cancellation)
    {
        if (BuildOptions.IsBelow(path, output, Path.Combine(root, "input"), Path.Combine(root, "data")))
        {
            screen.Fail("私钥不能放在 data、input 或输出文件夹里：这些会被发布或分发。");
            screen.Advise("请换一个地方，例如项目文件夹下的 keys。");
            return ExitCode.Usage;
        }

        using var view = OutputView.Open(output);
        if (view.Stored.Manifest is not { } manifest)
        {
            return VerifyCommand.NoManifest(view.Stored, output, screen);
        }

        var check = OutputCheck.Of(output, manifest, cancellation);
        if (!check.IsSound)
        {
            VerifyCommand.Tell(check, manifest, screen);
            screen.Fail("输出与清单不符，没有签名。");
            return ExitCode.BadInput;
        }

        var isNew = !Path.Exists(path);
        if ((isNew ? SigningKey.Create(path) : SigningKey.Read(path)) is not { } key)
        {
            screen.Fail($"“{path}”不是 Ed25519 私钥，没有签名。");
            screen.Advise("请从备份恢复私钥；确实没有了，移走这个文件，再运行一次生成新的，并告知各方公钥已换。");
            return ExitCode.BadInput;
        }

        if (SigningKey.IsOpenToOthers(path))
        {
            screen.Fail($"私钥“{path}”别人也能读，没有签名。");
            screen.Advise($"请运行 chmod 600 \"{path}\"，再试一次。");
            return ExitCode.BadInput;
        }

        OutputSignature.Write(output, view.Stored, key);
        if (isNew)
        {
            screen.Line("新私钥", $"  {path}");
            screen.Advise("请备份私钥并妥善保管，不要发给任何人；把下面的公钥指纹另行告知各方。");
        }

        screen.Line("已签名", $"  清单 {view.Stored.Digest}");
        screen.Line("公钥指纹", $"  {key.Public.Fingerprint}");
        return ExitCode.Done;
    }
}
