using System.Collections.Immutable;
using FuGongJianJia.Cli.Files;

namespace FuGongJianJia.Tests.Cli;

/// <summary>A sound manifest to change.</summary>
internal static class ManifestSample
{
    public static Manifest Of(ImmutableArray<ManifestEntry> files) =>
        new()
        {
            Tool = "test",
            Date = "2025-01-10",
            Options = new([], "/", true),
            Fingerprint = "0123456789ab",
            Inputs = [],
            Fonts = [],
            Files = files,
        };
}
