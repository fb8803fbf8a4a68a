using System.Buffers.Text;
using System.Security.Cryptography;

namespace SpatialPlan.Server.Visitors;

/// <summary>What somebody without an account holds of what they wrote: a reference to speak of, and a secret that deletes. Of the secret only its hash is kept.</summary>
public static class VisitorSecret
{
    /// <summary>256 bits: nobody comes upon it by trying, so that a plain hash hides it.</summary>
    private const int Bytes = 32;

    /// <summary>Without letters that are read as digits.</summary>
    private const string Letters = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int Group = 4;

    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>"7K3M-9PQR": drawn by lot, four signs a group. Two groups name something, three (59 bits) are not come upon by trying.</summary>
    public static string NewReference(int groups) => string.Join('-', Enumerable.Range(0, groups).Select(_ => RandomNumberGenerator.GetString(Letters, Group)));

    /// <summary>SHA-256 of what a link carries; null when that cannot be a secret of ours.</summary>
    public static byte[]? HashOf(string secret)
    {
        Span<byte> bytes = stackalloc byte[Bytes];
        return Base64Url.IsValid(secret, out var length) && length == Bytes && Base64Url.TryDecodeFromChars(secret, bytes, out _) ? SHA256.HashData(bytes) : null;
    }
}
