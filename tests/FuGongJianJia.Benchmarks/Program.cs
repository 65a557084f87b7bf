using System.Globalization;
using BenchmarkDotNet.Running;
using FuGongJianJia.Benchmarks.Site;
using FuGongJianJia.Benchmarks.Typesetting;

namespace FuGongJianJia.Benchmarks;

internal static class EntryPoint
{
    private static async Task Main(string[] args)
    {
        switch (args)
        {
            case ["peer", var content, var fonts, var output]:
                PeerRun.Run(content, fonts, output);
                break;
            case ["site", var unions, var years]:
                SiteRun.Run(
                    int.Parse(unions, CultureInfo.InvariantCulture),
                    int.Parse(years, CultureInfo.InvariantCulture)
                );
                break;
            case ["compose", var unions, var periods]:
                ComposeRun.Run(
                    int.Parse(unions, CultureInfo.InvariantCulture),
                    int.Parse(periods, CultureInfo.InvariantCulture)
                );
                break;
            case ["papers", var root, .. var rest]:
                PapersRun.Run(root, rest is [var only] ? only : "");
                break;
            case ["reports", .. var rest]:
                ReportsRun.Run(rest is [var count] ? int.Parse(count, CultureInfo.InvariantCulture) : 2000, ".");
                break;
            case ["site-peer", var data, var hugoSite, var output]:
                PeerSite.Compare(data, hugoSite, output);
                break;
            case ["site-build", var data, var output]:
                PeerSite.Build(data, output);
                break;
            case ["search", var site, var queries]:
                await SearchRun.RunAsync(site, queries);
                break;
            default:
                BenchmarkSwitcher.FromAssembly(typeof(EntryPoint).Assembly).Run(args);
                break;
        }
    }
}
