namespace FuGongJianJia.Import.Publishing;

/// <summary>A place where the site is published（发布目标）, as 发布.yml names it.</summary>
public sealed record PublishPlace
{
    /// <summary>目标的名字.</summary>
    public required string Name { get; init; }

    /// <summary>方式.</summary>
    public required PublishKind Kind { get; init; }

    /// <summary>
    /// 网站: what the host serves. A folder here or there; of storage a bucket, with a prefix behind a slash.
    /// </summary>
    public required string Site { get; init; }

    /// <summary>版本: where the record and what was replaced are kept; nobody serves it.</summary>
    public required string Versions { get; init; }

    /// <summary>保留版本: how many versions can be gone back to, 1 to 50.</summary>
    public int Keep { get; init; } = 5;

    /// <summary>预压缩: whether .gz and .br stand beside files that compress.</summary>
    public bool Precompress { get; init; }

    /// <summary>主机, without user and port（ssh）.</summary>
    public string Host { get; init; } = "";

    /// <summary>User on the host; null for what the ssh settings of this machine say（ssh）.</summary>
    public string? User { get; init; }

    /// <summary>Port; null for what the ssh settings of this machine say（ssh）.</summary>
    public int? Port { get; init; }

    /// <summary>密钥: file of a private key; null for the usual ones and the agent（ssh）.</summary>
    public string? KeyFile { get; init; }

    /// <summary>已知主机: file of known hosts; null for the usual one（ssh）.</summary>
    public string? KnownHosts { get; init; }

    /// <summary>接入点; null for that of Amazon（s3）.</summary>
    public Uri? Endpoint { get; init; }

    /// <summary>区域（s3）.</summary>
    public string Region { get; init; } = "us-east-1";

    /// <summary>桶在路径里: the bucket stands in the path of an address and not in its host（s3）.</summary>
    public bool PathStyle { get; init; }
}

/// <summary>How files get there（发布方式）.</summary>
public enum PublishKind
{
    /// <summary>文件夹: a folder of this machine, or a share.</summary>
    Folder,

    /// <summary>ssh: a folder of another machine.</summary>
    Ssh,

    /// <summary>s3: storage that speaks S3.</summary>
    S3,
}
