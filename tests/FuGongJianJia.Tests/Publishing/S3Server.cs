using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FuGongJianJia.Tests.Publishing;

/// <summary>
/// Storage that speaks as much S3 as publishing needs, after its public description: buckets in the path, pages of a
/// few
/// keys, and every request refused whose signature (version 4) or digest does not fit.
/// </summary>
internal sealed class S3Server : IAsyncDisposable
{
    public const string Key = "TESTKEY";
    public const string Secret = "test/secret+key";

    private const int KeysAPage = 7;

    private readonly WebApplication _application;
    private readonly ConcurrentDictionary<(string Bucket, string Key), S3Object> _objects = new();

    private S3Server()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddLogging(logging => logging.ClearProviders());
        _application = builder.Build();
        _application.Run(AnswerAsync);
    }

    public string Address => _application.Urls.First();

    public HashSet<string> Buckets { get; } = ["site", "versions"];

    /// <summary>Requests that were answered, by method.</summary>
    public ConcurrentDictionary<string, int> Requests { get; } = new();

    /// <summary>发布.yml for a bucket of it.</summary>
    /// <param name="site">The bucket, with a prefix where there is one.</param>
    public string Target(string site = "site") =>
        $"云:\n  方式: s3\n  网站: {site}\n  版本: versions\n  保留版本: 3\n  桶在路径里: 是\n  接入点: {Address}\n";

    public static async Task<S3Server> StartAsync()
    {
        var server = new S3Server();
        await server._application.StartAsync();
        return server;
    }

    public SortedDictionary<string, S3Object> Objects(string bucket) =>
        new(
            _objects.Where(o => o.Key.Bucket == bucket).ToDictionary(o => o.Key.Key, o => o.Value),
            StringComparer.Ordinal
        );

    public async ValueTask DisposeAsync() => await _application.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        var content = body.ToArray();
        if (!IsSigned(context, content))
        {
            await RefuseAsync(context, HttpStatusCode.Forbidden, "SignatureDoesNotMatch");
            return;
        }

        Requests.AddOrUpdate(context.Request.Method, 1, (_, n) => n + 1);
        var parts = context.Request.Path.Value!.TrimStart('/').Split('/', 2);
        var (bucket, key) = (parts[0], parts.Length > 1 ? parts[1] : "");
        if (!Buckets.Contains(bucket))
        {
            await RefuseAsync(context, HttpStatusCode.NotFound, "NoSuchBucket");
            return;
        }

        switch (context.Request.Method)
        {
            case "GET" when key.Length == 0:
                await WriteAsync(context, ListOf(context.Request.Query, bucket));
                break;
            case "GET":
                if (_objects.GetValueOrDefault((bucket, key)) is not { } found)
                {
                    await RefuseAsync(context, HttpStatusCode.NotFound, "NoSuchKey");
                    return;
                }

                context.Response.ContentType = found.Type;
                context.Response.ContentLength = found.Content.Length;
                await context.Response.Body.WriteAsync(found.Content, context.RequestAborted);
                break;
            case "PUT" when context.Request.Headers["x-amz-copy-source"] is [{ } source]:
                var from = Uri.UnescapeDataString(source).TrimStart('/').Split('/', 2);
                if (_objects.GetValueOrDefault((from[0], from[1])) is not { } copied)
                {
                    await RefuseAsync(context, HttpStatusCode.NotFound, "NoSuchKey");
                    return;
                }

                _objects[(bucket, key)] = copied;
                await WriteAsync(context, new XElement("CopyObjectResult", new XElement("ETag", "\"x\"")));
                break;
            case "PUT":
                _objects[(bucket, key)] = new(
                    content,
                    context.Request.ContentType ?? "",
                    context.Request.Headers.CacheControl.ToString()
                );
                // What S3 itself answers with.
#pragma warning disable CA5351
                context.Response.Headers.ETag = $"\"{Convert.ToHexStringLower(MD5.HashData(content))}\"";
#pragma warning restore CA5351
                break;
            case "DELETE":
                _objects.TryRemove((bucket, key), out _);
                context.Response.StatusCode = (int)HttpStatusCode.NoContent;
                break;
            default:
                await RefuseAsync(context, HttpStatusCode.NotImplemented, "NotImplemented");
                break;
        }
    }

    private XElement ListOf(IQueryCollection query, string bucket)
    {
        var (prefix, after) = (query["prefix"].ToString(), query["continuation-token"].ToString());
        var all = Objects(bucket)
            .Where(o => o.Key.StartsWith(prefix, StringComparison.Ordinal) && string.CompareOrdinal(o.Key, after) > 0)
            .ToList();
        var page = all.Take(KeysAPage).ToList();
        XNamespace s3 = "http://s3.amazonaws.com/doc/2006-03-01/";
        return new XElement(
            s3 + "ListBucketResult",
            new XElement(s3 + "IsTruncated", all.Count > page.Count ? "true" : "false"),
            all.Count > page.Count ? new XElement(s3 + "NextContinuationToken", page[^1].Key) : null,
            page.Select(o => new XElement(
                s3 + "Contents",
                new XElement(s3 + "Key", o.Key),
                new XElement(s3 + "Size", o.Value.Content.Length)
            ))
        );
    }

    // The canonical request, the string to sign and the signature, from the bytes as they came.
    private static bool IsSigned(HttpContext context, byte[] content)
    {
        var request = context.Request;
        var fields = request
            .Headers.Authorization.ToString()
            .Replace("AWS4-HMAC-SHA256 ", "", StringComparison.Ordinal)
            .Split(',', StringSplitOptions.TrimEntries)
            .Select(f => f.Split('=', 2))
            .Where(f => f.Length == 2)
            .ToDictionary(f => f[0], f => f[1], StringComparer.Ordinal);
        if (
            !fields.TryGetValue("Credential", out var credential)
            || credential.Split('/') is not [Key, var day, var region, "s3", "aws4_request"]
        )
        {
            return false;
        }

        var digest = request.Headers["x-amz-content-sha256"].ToString();
        if (digest != Convert.ToHexStringLower(SHA256.HashData(content)))
        {
            return false;
        }

        var target = context.Features.Get<IHttpRequestFeature>()!.RawTarget.Split('?', 2);
        var query =
            target.Length < 2
                ? ""
                : string.Join(
                    '&',
                    target[1]
                        .Split('&')
                        .Select(p => p.Contains('=', StringComparison.Ordinal) ? p : p + "=")
                        .Order(StringComparer.Ordinal)
                );
        var signed = fields["SignedHeaders"].Split(';');
        var canonical = new StringBuilder($"{request.Method}\n{target[0]}\n{query}\n");
        foreach (var name in signed)
        {
            canonical.Append(CultureInfo.InvariantCulture, $"{name}:{request.Headers[name].ToString().Trim()}\n");
        }

        canonical.Append(CultureInfo.InvariantCulture, $"\n{fields["SignedHeaders"]}\n{digest}");
        var text =
            $"AWS4-HMAC-SHA256\n{request.Headers["x-amz-date"]}\n{day}/{region}/s3/aws4_request\n"
            + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(canonical.ToString())));
        byte[] Mac(byte[] key, string value) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(value));
        var key = Mac(Mac(Mac(Mac(Encoding.UTF8.GetBytes("AWS4" + Secret), day), region), "s3"), "aws4_request");
        return Convert.ToHexStringLower(Mac(key, text)) == fields["Signature"];
    }

    private static Task RefuseAsync(HttpContext context, HttpStatusCode status, string code)
    {
        context.Response.StatusCode = (int)status;
        return WriteAsync(context, new XElement("Error", new XElement("Code", code), new XElement("Message", code)));
    }

    private static async Task WriteAsync(HttpContext context, XElement answer)
    {
        context.Response.ContentType = "application/xml";
        await context.Response.WriteAsync(answer.ToString(), context.RequestAborted);
    }
}

/// <summary>What is stored under a key.</summary>
internal sealed record S3Object(byte[] Content, string Type, string Cache);
