using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SpatialPlan.Server.Accounts;

/// <summary>
/// The tables of schema account as Identity sees them, and the only use of EF Core. A migration of ours makes them
/// (0011_accounts.sql): of Identity's columns they have what is used.
/// </summary>
public sealed class AccountContext(DbContextOptions<AccountContext> options) : DbContext(options), IDataProtectionKeyContext
{
    public const string Schema = "account";

    public DbSet<Account> Accounts => Set<Account>();

    public DbSet<AccountEvent> Events => Set<AccountEvent>();

    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.HasDefaultSchema(Schema);
        modelBuilder.Entity<Account>(Map);
        modelBuilder.Entity<AccountEvent>(happened =>
        {
            happened.ToTable("event");
            happened.Property(row => row.Id).HasColumnName("id").UseIdentityAlwaysColumn();
            happened.Property(row => row.At).HasColumnName("at").HasDefaultValueSql("clock_timestamp()");
            happened.Property(row => row.Actor).HasColumnName("actor");
            happened.Property(row => row.Action).HasColumnName("action");
            happened.Property(row => row.Account).HasColumnName("account");
            happened.Property(row => row.Address).HasColumnName("address");
            happened.Property(row => row.Detail).HasColumnName("detail").HasColumnType("jsonb");
        });
        modelBuilder.Entity<DataProtectionKey>(key =>
        {
            key.ToTable("data_protection_key");
            key.Property(row => row.Id).HasColumnName("id");
            key.Property(row => row.FriendlyName).HasColumnName("friendly_name");
            key.Property(row => row.Xml).HasColumnName("xml");
        });
    }

    private static void Map(EntityTypeBuilder<Account> account)
    {
        account.ToTable("account");
        account.Property(row => row.Id).HasColumnName("id").ValueGeneratedNever();
        Final(account.Property(row => row.UserName).HasColumnName("name").IsRequired());
        Final(account.Property(row => row.NormalizedUserName).HasColumnName("normalized_name").IsRequired());
        account.HasIndex(row => row.NormalizedUserName).IsUnique();
        account.Property(row => row.Roles).HasColumnName("roles");
        account.Property(row => row.PasswordHash).HasColumnName("password_hash").IsRequired();
        account.Property(row => row.SecurityStamp).HasColumnName("security_stamp").IsRequired();
        account.Property(row => row.ConcurrencyStamp).HasColumnName("concurrency_stamp").IsRequired().IsConcurrencyToken();
        account.Property(row => row.AccessFailedCount).HasColumnName("access_failed_count");
        account.Property(row => row.LockoutEnabled).HasColumnName("lockout_enabled");
        account.Property(row => row.LockoutEnd).HasColumnName("lockout_end");
        account.Property(row => row.TemporaryUntil).HasColumnName("temporary_until");
        account.Property(row => row.DisabledAt).HasColumnName("disabled_at");
        Final(account.Property(row => row.CreatedAt).HasColumnName("created_at").HasDefaultValueSql("clock_timestamp()"));
        account.Ignore(row => row.Email).Ignore(row => row.NormalizedEmail).Ignore(row => row.EmailConfirmed)
            .Ignore(row => row.PhoneNumber).Ignore(row => row.PhoneNumberConfirmed).Ignore(row => row.TwoFactorEnabled);
    }

    /// <summary>Written once: the login may not change it either.</summary>
    private static void Final<T>(PropertyBuilder<T> property) => property.Metadata.SetAfterSaveBehavior(PropertySaveBehavior.Ignore);
}
