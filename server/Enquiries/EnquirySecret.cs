using System.Buffers.Text;
using System.Security.Cryptography;

namespace SpatialPlan.Server.Enquiries;

/// <summary>What the writer of an enquiry holds: a reference to speak of, and a secret that deletes it. Of the secret only its hash is kept.</summary>
public static class EnquirySecret
{
    /// <summary>256 bits: nobody comes upon it by trying, so that a plain hash hides it.</summary>
    private const int Bytes = 32;

    /// <summary>Without letters that are read as digits.</summary>
    private const string Letters = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int Half = 4;

    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>"7K3M-9PQR": a name for people, which opens nothing.</summary>
    public static string NewReference() => $"{RandomNumberGenerator.GetString(Letters, Half)}-{RandomNumberGenerator.GetString(Letters, Half)}";

    /// <summary>SHA-256 of what a link carries; null when that cannot be a secret of ours.</summary>
    public static byte[]? HashOf(string secret)
    {
        Span<byte> bytes = stackalloc byte[Bytes];
        return Base64Url.IsValid(secret, out var length) && length == Bytes && Base64Url.TryDecodeFromChars(secret, bytes, out _) ? SHA256.HashData(bytes) : null;
    }
}
