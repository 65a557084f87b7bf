using FuGongJianJia.Cli.Terminal;
using FuGongJianJia.Import.Publishing;

namespace FuGongJianJia.Cli.Publishing;

/// <summary>Opens targets（打开发布目标）, each by its kind.</summary>
internal static class PublishTargets
{
    /// <summary>Opens a target.</summary>
    /// <param name="place">As 发布.yml says.</param>
    /// <param name="root">The project, from which paths of this machine count.</param>
    /// <param name="output">The output, which is no target.</param>
    /// <exception cref="RemediableException">It cannot be reached.</exception>
    public static IPublishTarget Open(PublishPlace place, string root, string output) =>
        place.Kind switch
        {
            PublishKind.Ssh => SshTargets.Open(place, root),
            PublishKind.S3 => S3Target.Open(place),
            _ => FolderTarget.Open(place, root, output),
        };
}
