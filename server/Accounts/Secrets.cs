using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace SpatialPlan.Server.Accounts;

/// <summary>What nobody can guess: 256 random bits, of which the database has the SHA-256. So much chance needs no slow hash.</summary>
public static class Secrets
{
    private const int Bytes = 32;

    /// <summary>Without what is easily misread.</summary>
    private const string Letters = "abcdefghjkmnpqrstuvwxyz23456789";

    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    public static byte[] HashOf(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));

    /// <summary>A password to be told to somebody: four groups of five letters, 99 bits.</summary>
    public static string NewPassword() => string.Join('-', Enumerable.Range(0, 4).Select(_ => RandomNumberGenerator.GetString(Letters, 5)));
}
