using System.Text;
using FsCheck;
using FsCheck.Fluent;
using FuGongJianJia.Theme.Site;

namespace FuGongJianJia.Tests.Site;

public sealed class FingerprintTests
{
    // What is printed of it.
    private static string Digits(byte[] bytes) => Fingerprint.Of(bytes).ToString("x16")[..10];

    [Fact]
    public void Any_change_of_a_byte_anywhere_changes_the_printed_digits()
    {
        var cases = Gen.Choose(1, 200).SelectMany(n => Gen.ArrayOf(Gen.Choose(0, 255).Select(b => (byte)b), n))
            .SelectMany(bytes => Gen.Choose(0, bytes.Length - 1).SelectMany(at => Gen.Choose(1, 255).Select(by => (Bytes: bytes, At: at, By: (byte)by))));
        Prop.ForAll(cases.ToArbitrary(), c =>
        {
            var changed = c.Bytes.ToArray();
            changed[c.At] ^= c.By;
            return Digits(changed) != Digits(c.Bytes);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
    }

    [Fact]
    public void Two_places_that_change_places_and_a_longer_tail_of_nothing_change_it_too()
    {
        var bytes = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 64).Select(i => $"<td>{i}</td>")));
        var seen = new HashSet<string> { Digits(bytes) };
        for (var at = 0; at + 16 < bytes.Length; at++)
        {
            var swapped = bytes.ToArray();
            (swapped[at], swapped[at + 16]) = (swapped[at + 16], swapped[at]);
            Assert.Equal(swapped.AsSpan().SequenceEqual(bytes), !seen.Add(Digits(swapped)));
        }

        Assert.All(Enumerable.Range(1, 40), n => Assert.True(seen.Add(Digits([.. bytes, .. new byte[n]]))));
    }

    [Fact]
    public void A_hundred_thousand_pages_that_differ_in_one_number_have_a_hundred_thousand_fingerprints() =>
        Assert.Equal(100_000, Enumerable.Range(0, 100_000).Select(i => Digits(Encoding.UTF8.GetBytes($"<p>总指数 <b>{i / 100}.{i % 100:00}</b></p>"))).Distinct().Count());

    [Fact]
    public void It_stays_what_it_was_so_that_pages_stay_the_same_files() => Assert.Equal("1040257d72", Digits(Encoding.UTF8.GetBytes("富工建家：内容没有变，指纹就不变。")));
}
