using System.Net;
using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;
using Amazon.S3;
using Amazon.S3.Model;
using FuGongJianJia.Cli.Files;
using FuGongJianJia.Cli.Terminal;
using FuGongJianJia.Import.Publishing;

namespace FuGongJianJia.Cli.Publishing;

/// <summary>
/// Storage that speaks S3（对象存储）: of Amazon, of the Chinese clouds, or a server of one's own. Keys of access come from
/// the environment or the profile that its own tools use, never from a file of the project.
/// </summary>
internal sealed class S3Target : IPublishTarget
{
    // Requests wait for the network and not for the processor.
    private const int AtOnce = 16;

    private readonly AmazonS3Client _client;
    private readonly (string Bucket, string Prefix) _site;
    private readonly (string Bucket, string Prefix) _versions;

    private S3Target(AmazonS3Client client, PublishPlace place) =>
        (_client, _site, _versions, Title) = (client, Room(place.Site), Room(place.Versions), $"s3 {place.Site}");

    /// <inheritdoc/>
    public string Title { get; }

    /// <summary>Opens storage; nothing is asked of it yet.</summary>
    /// <exception cref="RemediableException">There are no keys of access.</exception>
    public static S3Target Open(PublishPlace place)
    {
        var config = new AmazonS3Config
        {
            AuthenticationRegion = place.Region,
            ForcePathStyle = place.PathStyle,
            // Checksums that only Amazon understands are not asked for; requests are signed with their bytes.
            RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
            ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
            Timeout = TimeSpan.FromMinutes(5),
        };
        if (place.Endpoint is { } endpoint)
        {
            config.ServiceURL = endpoint.AbsoluteUri;
        }
        else
        {
            config.RegionEndpoint = Amazon.RegionEndpoint.GetBySystemName(place.Region);
        }

        return new S3Target(new AmazonS3Client(Credentials(), config), place);
    }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, long> List(CancellationToken cancellation) =>
        Do(async () =>
        {
            var found = new Dictionary<string, long>(StringComparer.Ordinal);
            foreach (
                var (room, (bucket, prefix)) in new[] { (PublishKey.Site, _site), (PublishKey.Versions, _versions) }
            )
            {
                var request = new ListObjectsV2Request { BucketName = bucket, Prefix = prefix };
                bool more;
                do
                {
                    var answer = await _client.ListObjectsV2Async(request, cancellation).ConfigureAwait(false);
                    foreach (var item in answer.S3Objects ?? [])
                    {
                        var below = item.Key[prefix.Length..];
                        if (below.Length > 0 && !below.Split('/').Any(name => name.StartsWith('.')))
                        {
                            found[room + below] = item.Size ?? -1;
                        }
                    }

                    request.ContinuationToken = answer.NextContinuationToken;
                    more = answer.IsTruncated is true;
                } while (more);
            }

            return found;
        });

    /// <inheritdoc/>
    public byte[]? Read(string key, long most) =>
        Do(async () =>
        {
            var (bucket, name) = Place(key);
            try
            {
                using var answer = await _client.GetObjectAsync(bucket, name).ConfigureAwait(false);
                if (answer.ContentLength > most)
                {
                    return null;
                }

                using var content = new MemoryStream();
                await answer.ResponseStream.CopyToAsync(content).ConfigureAwait(false);
                return content.ToArray();
            }
            catch (AmazonS3Exception failure)
                when (failure is { StatusCode: HttpStatusCode.NotFound, ErrorCode: "NoSuchKey" or "NotFound" })
            {
                return null;
            }
        });

    /// <inheritdoc/>
    public void Put(IReadOnlyList<PublishUpload> files, Action done, CancellationToken cancellation) =>
        Each(
            files,
            file =>
            {
                var (bucket, name) = Place(file.Key);
                var request = new PutObjectRequest
                {
                    BucketName = bucket,
                    Key = name,
                    FilePath = file.File,
                    ContentType = WebType.WithCharset(WebType.Of(file.Key)),
                    UseChunkEncoding = false,
                };
                request.Headers.CacheControl = PublishState.IsLasting(PublishKey.Below(file.Key))
                    ? "public, max-age=31536000, immutable"
                    : "no-cache";
                return _client.PutObjectAsync(request, cancellation);
            },
            done,
            cancellation
        );

    /// <inheritdoc/>
    public void Copy(IReadOnlyList<(string From, string To)> files, Action done, CancellationToken cancellation) =>
        Each(
            files,
            file =>
            {
                var (from, to) = (Place(file.From), Place(file.To));
                return _client.CopyObjectAsync(
                    new CopyObjectRequest
                    {
                        SourceBucket = from.Bucket,
                        SourceKey = from.Name,
                        DestinationBucket = to.Bucket,
                        DestinationKey = to.Name,
                    },
                    cancellation
                );
            },
            done,
            cancellation
        );

    /// <inheritdoc/>
    public void Delete(IReadOnlyList<string> keys, Action done, CancellationToken cancellation) =>
        Each(
            keys,
            key =>
            {
                var (bucket, name) = Place(key);
                return _client.DeleteObjectAsync(bucket, name, cancellation);
            },
            done,
            cancellation
        );

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();

    private static void Each<T>(
        IReadOnlyList<T> items,
        Func<T, Task> work,
        Action done,
        CancellationToken cancellation
    ) =>
        Do(async () =>
        {
            await Parallel
                .ForEachAsync(
                    items,
                    new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation },
                    async (item, _) =>
                    {
                        await work(item).ConfigureAwait(false);
                        done();
                    }
                )
                .ConfigureAwait(false);
            return true;
        });

    private static T Do<T>(Func<Task<T>> work)
    {
        try
        {
            return work().GetAwaiter().GetResult();
        }
        catch (AmazonS3Exception failure)
        {
            throw failure.ErrorCode switch
            {
                "NoSuchBucket" => new RemediableException(
                    "桶不存在",
                    "请在云平台建好桶，核对 发布.yml 里桶的名字、接入点和区域；自己架的存储，把“桶在路径里”写成 是。",
                    failure
                ),
                "AccessDenied" or "InvalidAccessKeyId" or "SignatureDoesNotMatch" or "Forbidden" => new(
                    "对象存储不认这把访问密钥，或者它没有权限",
                    "请核对环境变量 AWS_ACCESS_KEY_ID、AWS_SECRET_ACCESS_KEY（或配置文件），并确认它能读、写、列出、删除这两个桶。",
                    failure
                ),
                _ => new RemediableException(
                    $"对象存储没有照办（{failure.ErrorCode}）",
                    "请过一会儿再运行一次，已经传上去的不必重传。",
                    failure
                ),
            };
        }
        catch (Exception failure)
            when (failure is AmazonServiceException or AmazonClientException or HttpRequestException or WebException)
        {
            throw new RemediableException(
                "连不上对象存储",
                "请检查网络和 发布.yml 里的接入点，再运行一次，已经传上去的不必重传。",
                failure
            );
        }
    }

    private static AWSCredentials Credentials()
    {
        string? Variable(string name) =>
            Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
        if (Variable("AWS_ACCESS_KEY_ID") is { } key && Variable("AWS_SECRET_ACCESS_KEY") is { } secret)
        {
            return Variable("AWS_SESSION_TOKEN") is { } token
                ? new SessionAWSCredentials(key, secret, token)
                : new BasicAWSCredentials(key, secret);
        }

        return new CredentialProfileStoreChain().TryGetAWSCredentials(
            Variable("AWS_PROFILE") ?? "default",
            out var profile
        )
            ? profile
            : throw new RemediableException(
                "没有对象存储的访问密钥",
                "请设置环境变量 AWS_ACCESS_KEY_ID 和 AWS_SECRET_ACCESS_KEY，或者写进 ~/.aws/credentials；不要写在 发布.yml 里。"
            );
    }

    private static (string Bucket, string Prefix) Room(string place) =>
        place.IndexOf('/', StringComparison.Ordinal) is var at and > 0
            ? (place[..at], place[(at + 1)..] + "/")
            : (place, "");

    private (string Bucket, string Name) Place(string key)
    {
        var (bucket, prefix) = key.StartsWith(PublishKey.Site, StringComparison.Ordinal) ? _site : _versions;
        return (bucket, prefix + PublishKey.Below(key));
    }
}
