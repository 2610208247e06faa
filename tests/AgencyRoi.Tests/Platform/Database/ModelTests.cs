using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Database.Mapping;
using AgencyRoi.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace AgencyRoi.Tests.Platform.Database;

/// <summary>The entities and the migrated tables say the same.</summary>
public sealed class ModelTests(DatabaseFixture fixture) : IClassFixture<DatabaseFixture>
{
    [Fact]
    public async Task Every_mapped_table_has_the_columns_of_its_entity()
    {
        await using var session = await fixture.Database.ReadAsync(fixture.Alpha);
        var tables = session.Db.Model.GetRelationalModel().Tables.ToList();

        foreach (var table in tables)
        {
            await using var command = session.Command(
                """
                select attname || ' ' || format_type(atttypid, atttypmod) || case when attnotnull then ' not null' else '' end
                from pg_attribute where attrelid = to_regclass($1) and attnum > 0 and not attisdropped order by attname
                """
            );
            command.Parameters.Add(new() { Value = $"{table.Schema}.{table.Name}" });
            var migrated = new List<string>();
            await using (var reader = await command.ExecuteReaderAsync())
                while (await reader.ReadAsync())
                    migrated.Add(reader.GetString(0));

            // Of what is only read, an entity may leave out columns; what is written, it knows whole.
            var mapped = table.Columns.OrderBy(column => column.Name, StringComparer.Ordinal).Select(Text).ToList();
            var isOnlyRead = table.EntityTypeMappings.Any(mapping => !TenantFilter.IsOwned(mapping.TypeBase.ClrType));
            Assert.Equal(isOnlyRead ? migrated.Where(mapped.Contains) : migrated, mapped);
        }
        Assert.NotEmpty(tables);
    }

    [Fact]
    public async Task Every_table_has_the_primary_key_of_its_entity()
    {
        await using var session = await fixture.Database.ReadAsync(fixture.Alpha);

        foreach (var table in session.Db.Model.GetRelationalModel().Tables)
        {
            await using var command = session.Command(
                """
                select string_agg(a.attname, ', ' order by k.place) from pg_index i
                  cross join lateral unnest(i.indkey::int2[]) with ordinality k (number, place)
                  join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.number
                where i.indisprimary and i.indrelid = to_regclass($1)
                """
            );
            command.Parameters.Add(new() { Value = $"{table.Schema}.{table.Name}" });

            var key = string.Join(", ", table.PrimaryKey!.Columns.Select(column => column.Name));
            Assert.Equal($"{table.Name}: {await command.ExecuteScalarAsync()}", $"{table.Name}: {key}");
        }
    }

    [Fact]
    public void An_entity_without_its_mark_or_with_keys_that_cross_agencies_is_refused_at_start()
    {
        var model = new ModelBuilder();
        model.Entity<Unmarked>();
        model.Entity<WrongKey>().HasKey(row => row.Id);

        var error = Assert.Throws<TenantException>(() => TenancyRules.Check(model.Model));

        Assert.Contains("Unmarked carries exactly one of", error.Message);
        Assert.Contains("WrongKey: key (Id) begins with TenantId", error.Message);
    }

    private static string Text(IColumn column) => $"{column.Name} {column.StoreType}{(column.IsNullable ? "" : " not null")}";

    private sealed class Unmarked
    {
        public Guid Id { get; set; }
    }

    [TenantOwned]
    private sealed class WrongKey
    {
        public Guid TenantId { get; set; }
        public Guid Id { get; set; }
    }
}
