namespace FuGongJianJia.Tests.Sharding;

/// <summary>
/// Debian's Slurm on this machine alone, a controller and two nodes: an array job of shares, one node dead in the
/// middle of its share, that share queued again and made, all joined and compared with one build, hash by hash.
/// </summary>
public sealed class SlurmTests(ITestOutputHelper output)
{
    [Fact]
    public void Shares_of_an_array_job_one_of_which_died_with_its_node_are_one_build()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Slurm of Debian.");
        Assert.All(
            ["/usr/sbin/slurmctld", "/usr/sbin/slurmd", "/usr/sbin/munged"],
            program => Assert.True(File.Exists(program), "test.sh installs slurm-wlm and munge.")
        );
        var said = ChildProcess.Run("bash", Repository.Root, "scripts/slurm.sh", "3", "24");
        output.WriteLine(said);
        Assert.Contains("第 2 次", said, StringComparison.Ordinal);
        Assert.Contains("Restarts=1", said, StringComparison.Ordinal);
        Assert.Contains("与一次生成的逐字节相同", said, StringComparison.Ordinal);
    }
}
