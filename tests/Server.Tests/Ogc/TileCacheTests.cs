using Microsoft.Extensions.Options;
using SpatialPlan.Server.Ogc.Tiles;
using SpatialPlan.Server.Web;
using Xunit;

namespace SpatialPlan.Server.Tests.Ogc;

/// <summary>The cache gives back what it was given, in bounded memory, and makes a tile once however many ask.</summary>
public sealed class TileCacheTests
{
    private const int Megabyte = 1024 * 1024;

    [Theory]
    [InlineData("")]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task A_tile_is_the_same_however_it_is_packed_and_is_made_once(string first)
    {
        var (cache, made) = (Cache(8), 0);
        foreach (var encoding in TileResponse.Encodings.Prepend(first))
        {
            using var tile = await cache.Get("one", encoding, _ => Made(Bytes(1, 50_000), ref made), TestContext.Current.CancellationToken);
            using var plain = tile.As("");
            Assert.Equal((encoding, 50_000, "some"), (tile.Encoding, tile.Length, tile.Thinned));
            Assert.Equal(Bytes(1, 50_000), plain.Bytes.ToArray());
            using var again = cache.Find("one", encoding);
            Assert.Equal(tile.Bytes.ToArray(), again?.Bytes.ToArray());
        }

        Assert.Equal(1, made);
    }

    [Fact]
    public async Task Who_asks_in_another_way_while_it_is_made_waits_for_the_same()
    {
        var (cache, made, ready) = (Cache(8), 0, new TaskCompletionSource<Tile>());
        var asked = Enumerable.Range(0, 300).Select(number => cache.Get(
            "one",
            TileResponse.Encodings[number % 3],
            _ =>
            {
                Interlocked.Increment(ref made);
                return ready.Task;
            },
            TestContext.Current.CancellationToken)).ToList();
        ready.SetResult(new Tile(Bytes(1, 9_000), null));
        foreach (var tile in await Task.WhenAll(asked))
        {
            Assert.Equal(Bytes(1, 9_000), tile.As("").Bytes.ToArray());
        }

        Assert.Equal(1, made);
    }

    [Fact]
    public async Task A_tile_that_is_made_leaves_no_deadline_behind()
    {
        var (cache, before) = (Cache(0), Timer.ActiveCount);
        for (var number = 0; number < 2_000; number++)
        {
            using var tile = await cache.Get($"{number}", "", _ => Task.FromResult(new Tile(Bytes(1, 10), null)), TestContext.Current.CancellationToken);
        }

        // Tests beside this one have timers of their own.
        Assert.InRange(Timer.ActiveCount, 0, before + 1_000);
    }

    [Fact]
    public void Memory_is_bounded_and_what_is_asked_for_stays()
    {
        var packed = new PackedTileCache(4 * Megabyte);
        for (var number = 0; number < 2_000; number++)
        {
            packed.Keep($"{number}", Packed(number, 20_000));
            Assert.InRange(packed.Bytes, 1, 4 * Megabyte);
            using var wanted = packed.Find("0", "");
            Assert.Equal(Bytes(0, 20_000), wanted?.Bytes.ToArray());
        }

        using var latest = packed.Find("1999", "");
        Assert.Equal(Bytes(1999, 20_000), latest?.Bytes.ToArray());
        Assert.Null(packed.Find("1000", ""));
    }

    [Fact]
    public void However_small_the_tiles_what_describes_them_is_bounded_too()
    {
        var packed = new PackedTileCache(4 * Megabyte);
        for (var number = 0; number < 20_000; number++)
        {
            packed.Keep($"{number}", Packed(number, 1));
        }

        Assert.InRange(packed.Bytes, 1, 4 * Megabyte);
        using var latest = packed.Find("19999", "");
        Assert.Equal(Bytes(19_999, 1), latest?.Bytes.ToArray());
    }

    [Fact]
    public void A_tile_that_is_being_read_is_never_written_over()
    {
        var packed = new PackedTileCache(2 * Megabyte);
        packed.Keep("first", Packed(1, 100_000));
        var read = packed.Find("first", "")!;
        for (var number = 2; number < 100; number++)
        {
            packed.Keep($"{number}", Packed(number, 100_000));
        }

        Assert.Equal(Bytes(1, 100_000), read.Bytes.ToArray());
    }

    [Fact]
    public void Slabs_are_used_again()
    {
        var packed = new PackedTileCache(4 * Megabyte);
        void Fill(int from)
        {
            for (var number = from; number < from + 500; number++)
            {
                packed.Keep($"{number}", Packed(number, 40_000));
            }
        }

        Fill(0);
        var tiles = Enumerable.Range(0, 500).Select(number => Packed(number, 40_000)).ToList();
        var before = GC.GetAllocatedBytesForCurrentThread();
        foreach (var (tile, number) in tiles.Select((tile, number) => (tile, number)))
        {
            packed.Keep($"again {number}", tile);
        }

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, Megabyte);
    }

    [Fact]
    public void Without_memory_nothing_is_kept()
    {
        var packed = new PackedTileCache(0);
        packed.Keep("one", Packed(1, 100));
        Assert.Null(packed.Find("one", ""));
        Assert.Equal(0, packed.Bytes);
    }

    private static TileCache Cache(int megabytes) => new(Options.Create(new PlanOptions { TileCacheMegabytes = megabytes }));

    private static PackedTile Packed(int number, int length) => PackedTile.Of(new Tile(Bytes(number, length), null), "");

    private static Task<Tile> Made(byte[] bytes, ref int made)
    {
        made++;
        return Task.FromResult(new Tile(bytes, "some"));
    }

    private static byte[] Bytes(int number, int length)
    {
        var bytes = new byte[length];
        new Random(number).NextBytes(bytes);
        bytes[0] = (byte)number;
        return bytes;
    }
}
