using System.IO.Pipelines;
using System.Text;
using SpatialPlan.Server.Export;
using Xunit;

namespace SpatialPlan.Server.Tests.Export;

/// <summary>A slow reader keeps nobody: what it does not take lies in a file, and arrives whole and in order.</summary>
public sealed class ExportOutputTests
{
    private const int Lines = 20_000;
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Everything_arrives_in_order(bool isSlow)
    {
        var pipe = new Pipe();
        using var output = new ExportOutput(pipe.Writer, TimeSpan.FromMilliseconds(isSlow ? 50 : 20_000));
        var reading = isSlow ? null : Read(pipe.Reader);
        await Write(output).WaitAsync(TimeSpan.FromSeconds(30), Cancel);
        Assert.Equal(isSlow, output.Spilled > 0);
        reading ??= Read(pipe.Reader);
        await output.SendRest(Cancel);
        await pipe.Writer.CompleteAsync();
        Assert.Equal(string.Concat(Enumerable.Range(0, Lines).Select(Line)), await reading);
    }

    [Fact]
    public async Task A_reader_that_is_gone_stops_it()
    {
        var pipe = new Pipe();
        using var output = new ExportOutput(pipe.Writer, TimeSpan.FromMinutes(1));
        await pipe.Reader.CompleteAsync();
        await Assert.ThrowsAsync<OperationCanceledException>(() => Write(output));
    }

    private static async Task Write(ExportOutput output)
    {
        for (var number = 0; number < Lines; number++)
        {
            output.Put(Line(number));
            await output.FlushWhenFull(Cancel);
        }

        await output.Flush(Cancel);
    }

    private static string Line(int number) => $"{number} 名称\n";

    private static async Task<string> Read(PipeReader reader)
    {
        using var text = new StreamReader(reader.AsStream(), Encoding.UTF8);
        return await text.ReadToEndAsync(Cancel);
    }
}
