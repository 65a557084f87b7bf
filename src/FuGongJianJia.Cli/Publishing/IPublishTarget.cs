namespace FuGongJianJia.Cli.Publishing;

/// <summary>
/// A place that files are published to（发布目标）: keys and bytes, in two rooms. What is below <see cref="PublishKey.Site"/>
/// is served; what is below <see cref="PublishKey.Versions"/> is not. Whatever is written is there wholly or not at
/// all.
/// </summary>
internal interface IPublishTarget : IDisposable
{
    /// <summary>Where it is, for a person.</summary>
    string Title { get; }

    /// <summary>Every key with its size in bytes; below zero for what is no file. Hidden names are passed
    /// over.</summary>
    IReadOnlyDictionary<string, long> List(CancellationToken cancellation);

    /// <summary>A file; null when it is not there or longer than allowed.</summary>
    byte[]? Read(string key, long most);

    /// <summary>Writes files.</summary>
    /// <param name="files">What to write.</param>
    /// <param name="done">Called after each, from any thread.</param>
    /// <param name="cancellation">Stops between files.</param>
    void Put(IReadOnlyList<PublishUpload> files, Action done, CancellationToken cancellation);

    /// <summary>Writes what is there already to another key too.</summary>
    /// <param name="files">From where to where.</param>
    /// <param name="done">Called after each, from any thread.</param>
    /// <param name="cancellation">Stops between files.</param>
    void Copy(IReadOnlyList<(string From, string To)> files, Action done, CancellationToken cancellation);

    /// <summary>Takes files away, and folders that are empty then; what is not there is not missed.</summary>
    /// <param name="keys">What to take away.</param>
    /// <param name="done">Called after each, from any thread.</param>
    /// <param name="cancellation">Stops between files.</param>
    void Delete(IReadOnlyList<string> keys, Action done, CancellationToken cancellation);
}

/// <summary>Keys of a target（目标里的键）.</summary>
internal static class PublishKey
{
    /// <summary>What is served.</summary>
    public const string Site = "site/";

    /// <summary>What is not.</summary>
    public const string Versions = "versions/";

    /// <summary>The record of what was published.</summary>
    public const string Record = Versions + "record.json";

    /// <summary>Bytes of earlier versions, each named by its SHA-256.</summary>
    public const string Contents = Versions + "files/";

    /// <summary>What stood in the way when the program took over.</summary>
    public const string Before = Versions + "before/";

    /// <summary>The key without its room.</summary>
    public static string Below(string key) => key[(key.IndexOf('/', StringComparison.Ordinal) + 1)..];
}

/// <summary>A file of this machine that is to be published（要上传的文件）.</summary>
/// <param name="Root">A folder that holds it as the target will.</param>
/// <param name="Key">Where it goes.</param>
internal sealed record PublishUpload(string Root, string Key)
{
    /// <summary>Where it lies.</summary>
    public string File => Path.Combine(Root, PublishKey.Below(Key));
}
