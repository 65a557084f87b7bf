using System.Globalization;
using BenchmarkDotNet.Running;
using FuGongJianJia.Benchmarks.Typesetting;

namespace FuGongJianJia.Benchmarks;

internal static class EntryPoint
{
    private static void Main(string[] args)
    {
        if (args is ["peer", var content, var fonts, var output])
            PeerRun.Run(content, fonts, output);
        else if (args is ["reports", .. var rest])
            ReportsRun.Run(rest is [var unions] ? int.Parse(unions, CultureInfo.InvariantCulture) : 2000, ".");
        else
            BenchmarkSwitcher.FromAssembly(typeof(EntryPoint).Assembly).Run(args);
    }
}
