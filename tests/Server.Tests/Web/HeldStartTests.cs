using Xunit;
using System.Buffers;
using System.IO.Pipelines;
using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.Tests.Web;

public sealed class HeldStartTests
{
    [Fact]
    public async Task What_was_never_flushed_does_not_reach_the_body()
    {
        var body = new Pipe();
        using (var held = new HeldStart(body.Writer))
        {
            held.Write("half a page"u8);
            Assert.Equal(11, held.UnflushedBytes);
        }

        body.Writer.Write("a problem"u8);
        Assert.Equal("a problem", await Written(body));
    }

    [Fact]
    public async Task What_is_flushed_arrives_whole_and_in_order()
    {
        var body = new Pipe(new PipeOptions(pauseWriterThreshold: 0));
        using var held = new HeldStart(body.Writer);
        var text = new string('x', 100_000);
        foreach (var letter in text)
        {
            held.Write([(byte)letter]);
        }

        held.Write("1"u8);
        await held.FlushAsync(TestContext.Current.CancellationToken);
        held.Write("2"u8);
        Assert.Equal(1, held.UnflushedBytes);
        Assert.Equal($"{text}12", await Written(body));
    }

    private static async Task<string> Written(Pipe body)
    {
        await body.Writer.CompleteAsync();
        using var reader = new StreamReader(body.Reader.AsStream());
        return await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
    }
}
