using System.Globalization;
using System.Text;

namespace SpatialPlan.Server.Export;

/// <summary>A letter that the code page does not have, as every drawing may write it.</summary>
public sealed class UnicodeEscape : EncoderFallback
{
    /// <summary>\U+ and four digits.</summary>
    private const int Length = 7;

    public override int MaxCharCount => 2 * Length;

    public override EncoderFallbackBuffer CreateFallbackBuffer() => new Buffer();

    private sealed class Buffer : EncoderFallbackBuffer
    {
        private string escaped = "";
        private int next;

        public override int Remaining => escaped.Length - next;

        public override bool Fallback(char charUnknown, int index) => Begin(Escape(charUnknown));

        public override bool Fallback(char charUnknownHigh, char charUnknownLow, int index) => Begin(Escape(charUnknownHigh) + Escape(charUnknownLow));

        public override char GetNextChar() => next < escaped.Length ? escaped[next++] : '\0';

        public override bool MovePrevious() => next > 0 && next-- > 0;

        private static string Escape(char letter) => string.Create(CultureInfo.InvariantCulture, $@"\U+{(int)letter:X4}");

        private bool Begin(string text)
        {
            (escaped, next) = (text, 0);
            return true;
        }
    }
}
