namespace FuGongJianJia.Tests;

/// <summary>The repository the tests run in, found by walking up to the solution.</summary>
public static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "FuGongJianJia.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("FuGongJianJia.sln is in no folder above the tests.");
    }
}
