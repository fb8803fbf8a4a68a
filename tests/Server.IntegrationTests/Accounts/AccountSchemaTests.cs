using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using SpatialPlan.Server.Accounts;

namespace SpatialPlan.Server.IntegrationTests.Accounts;

/// <summary>The tables of accounts are what EF Core takes them for, and each login may do with them what it must and no more.</summary>
public sealed class AccountSchemaTests(UnchangedPlan server, PlanDatabases databases, RefusingDatabase refusing) : IClassFixture<UnchangedPlan>, IClassFixture<RefusingDatabase>
{
    [Fact]
    public async Task The_model_and_the_tables_agree()
    {
        await using var scope = server.Services.CreateAsyncScope();
        var model = scope.ServiceProvider.GetRequiredService<AccountContext>().Model;
        var mapped = model.GetEntityTypes().SelectMany(entity => entity.GetProperties().Select(property =>
            $"{entity.GetTableName()}|{property.GetColumnName()}|{property.GetColumnType().Replace("timestamp with time zone", "timestamptz", StringComparison.Ordinal)}|{(property.IsNullable ? "YES" : "NO")}"));
        var tables = string.Join(',', model.GetEntityTypes().Select(entity => $"'{entity.GetTableName()}'"));
        var made = await server.Database.Rows(
            $"""
            select table_name, column_name, case data_type when 'timestamp with time zone' then 'timestamptz' when 'ARRAY' then 'text[]' else data_type end, is_nullable
            from information_schema.columns where table_schema = 'account' and table_name in ({tables})
            """);
        Assert.Equal(made.Order(StringComparer.Ordinal), mapped.Order(StringComparer.Ordinal));
        Assert.All(model.GetEntityTypes(), entity => Assert.Equal(AccountContext.Schema, entity.GetSchema()));
    }

    [Theory]
    [InlineData("spatialplan_public", "select * from account.account")]
    [InlineData("spatialplan_public", "select * from account.session")]
    [InlineData("spatialplan_public", "select * from account.event")]
    [InlineData("spatialplan_public", "select * from account.data_protection_key")]
    [InlineData("spatialplan_public", "insert into account.token (name) values ('x')")]
    [InlineData("spatialplan_staff", "delete from account.account")]
    [InlineData("spatialplan_staff", "update account.account set name = 'another'")]
    [InlineData("spatialplan_staff", "update account.account set created_at = now()")]
    [InlineData("spatialplan_staff", "update account.event set actor = 'another'")]
    [InlineData("spatialplan_staff", "delete from account.event")]
    [InlineData("spatialplan_staff", "truncate account.event")]
    [InlineData("spatialplan_staff", "insert into account.event (actor, action, at) values ('a', 'b', now() - interval '1 day')")]
    [InlineData("spatialplan_staff", "delete from account.token")]
    [InlineData("spatialplan_staff", "update account.token set expires_at = 'infinity'")]
    [InlineData("spatialplan_staff", "update account.session set account = null")]
    [InlineData("spatialplan_staff", "delete from account.data_protection_key")]
    [InlineData("spatialplan_staff", "update account.data_protection_key set xml = ''")]
    [InlineData("spatialplan_staff", "alter table account.event disable trigger event_is_history")]
    [InlineData("spatialplan_staff", "drop table account.event")]
    [InlineData("spatialplan_staff", "create table account.mine (x int)")]
    [InlineData("spatialplan_staff", "create function account.mine() returns int language sql return 1")]
    public async Task A_login_may_nothing_else(string login, string sql)
    {
        await using var connection = new NpgsqlConnection(TestDatabase.AddressOf(refusing.Database.Address, login) + ";Pooling=false");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);
        var refusal = await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refusal.SqlState);
    }

    [Theory]
    [InlineData("update account.event set actor = 'another'")]
    [InlineData("delete from account.event")]
    [InlineData("truncate account.event")]
    public async Task Not_even_the_owner_rewrites_what_was_done(string sql)
    {
        await using var database = await databases.Loaded();
        await database.Execute("insert into account.event (actor, action) values ('operator', 'added')");
        Assert.Equal("event_is_history", (await Assert.ThrowsAsync<PostgresException>(() => database.Execute(sql))).ConstraintName);
    }
}
