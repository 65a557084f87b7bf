using System.Globalization;
using FuGongJianJia.Cli.Terminal;
using FuGongJianJia.Import.Publishing;

namespace FuGongJianJia.Cli.Publishing;

/// <summary>
/// Opens a folder of another machine（ssh）: with the rsync and ssh of this system where both sides have them, since they
/// send only what differs and know the user's agent and settings; else with the program's own SFTP.
/// </summary>
internal static class SshTargets
{
    /// <summary>Opens a target.</summary>
    /// <exception cref="RemediableException">The host cannot be reached, is unknown, or refuses us.</exception>
    public static IPublishTarget Open(PublishPlace place, string root)
    {
        string? Full(string? path) =>
            path is null ? null
            : path.StartsWith("~/", StringComparison.Ordinal) ? Path.Combine(Home, path[2..])
            : Path.GetFullPath(Path.Combine(root, path));
        var (key, known) = (Full(place.KeyFile), Full(place.KnownHosts));
        foreach (var file in new[] { key, known }.OfType<string>().Where(f => !File.Exists(f)))
        {
            throw new RemediableException(
                $"没有“{file}”这个文件",
                "请核对 发布.yml 里的“密钥”和“已知主机”；路径从项目文件夹算起。"
            );
        }

        place = place with { KeyFile = key, KnownHosts = known };
        if (!SshProgram.IsHere)
        {
            return SftpTarget.Open(place, null);
        }

        var ssh = new SshProgram(place);
        try
        {
            if (Programs.Find("rsync") is { } rsync)
            {
                ssh.Connect();
                if (ssh.CanSync())
                {
                    var target = new RsyncTarget(ssh, rsync, place);
                    ssh = null;
                    return target;
                }
            }

            return SftpTarget.Open(place, ssh.Settings());
        }
        finally
        {
            ssh?.Dispose();
        }
    }

    /// <summary>The user's folder.</summary>
    public static string Home { get; } = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);

    /// <summary>deploy@www.example.cn, as far as it was said.</summary>
    public static string Title(PublishPlace place) =>
        (place.User is { } user ? user + "@" : "")
        + place.Host
        + (place.Port is { } port ? string.Create(CultureInfo.InvariantCulture, $":{port}") : "");

    /// <summary>The key of the host is in no list.</summary>
    public static RemediableException Unknown(PublishPlace place, string fingerprint, Exception? cause = null) =>
        new(
            $"还不认得主机 {Title(place)}" + (fingerprint.Length > 0 ? $"，它的公钥指纹是 {fingerprint}" : ""),
            "请向管理服务器的人问清主机公钥的指纹；先用 ssh "
                + (place.Port is { } port ? string.Create(CultureInfo.InvariantCulture, $"-p {port} ") : "")
                + (place.User is { } user ? user + "@" : "")
                + place.Host
                + " 连一次，核对屏幕上的指纹，一样再答 yes，它就记进已知主机（known_hosts）。",
            cause
        );

    /// <summary>The key of the host is another than the one that is known.</summary>
    public static RemediableException Changed(PublishPlace place, string fingerprint, Exception? cause = null) =>
        new(
            $"主机 {Title(place)} 的公钥变了" + (fingerprint.Length > 0 ? $"，现在的指纹是 {fingerprint}" : ""),
            "可能有人冒充这台主机，没有发送任何东西。请先问管理服务器的人；确实换过，用 ssh-keygen -R 主机 删掉旧的，再核对新的指纹。",
            cause
        );

    /// <summary>The host does not let us in.</summary>
    public static RemediableException Refused(PublishPlace place, Exception? cause = null) =>
        new(
            $"主机 {Title(place)} 不让登录",
            "请核对用户名，并把自己的公钥交给管理服务器的人加进 authorized_keys；有口令的私钥先用 ssh-add 交给代理。",
            cause
        );

    /// <summary>The host cannot be reached.</summary>
    public static RemediableException Unreachable(PublishPlace place, string why, Exception? cause = null) =>
        new(
            $"连不上主机 {Title(place)}" + (why.Length > 0 ? $"（{why}）" : ""),
            "请检查网络、主机名和端口，再运行一次，已经传上去的不必重传。",
            cause
        );

    /// <summary>The host does not do what it was asked.</summary>
    public static RemediableException NotDone(PublishPlace place, string why, Exception? cause = null) =>
        new(
            $"主机 {Title(place)} 没有照办" + (why.Length > 0 ? $"（{why}）" : ""),
            "请确认登录的用户能在“网站”和“版本”两个文件夹里写、磁盘有空间，再运行一次，已经传上去的不必重传。",
            cause
        );
}
