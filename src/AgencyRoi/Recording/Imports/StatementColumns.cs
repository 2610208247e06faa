using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.CompilerServices;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Recording.Facts;
using AgencyRoi.Recording.Imports.Rows;

namespace AgencyRoi.Recording.Imports;

/// <summary>The columns of a file that a statement's members have by <see cref="InFileAttribute"/>, and how they are read. Compiled once for each kind.</summary>
internal static class StatementColumns<TStatement>
    where TStatement : FactStatement
{
    private static readonly Dictionary<Type, string> Readers = new()
    {
        [typeof(string)] = nameof(ImportRow.Text),
        [typeof(DateOnly)] = nameof(ImportRow.Day),
        [typeof(decimal)] = nameof(ImportRow.Number),
        [typeof(int)] = nameof(ImportRow.Count),
        [typeof(bool)] = nameof(ImportRow.Flag),
    };

    private static readonly TStatement Unsaid = Activator.CreateInstance<TStatement>();

    // The key and the day first, then in the order of the statement.
    private static readonly PropertyInfo[] Members =
    [
        .. typeof(TStatement)
            .GetProperties()
            .Where(member => member.SetMethod is not null)
            .OrderBy(member => member.Name != nameof(FactStatement.ExternalReference))
            .ThenBy(member => ImportColumn.NameOf(member.Name) != ImportColumn.Day),
    ];

    /// <summary>What a row says of the members that are in a file; the others are to be looked up.</summary>
    public static readonly Func<ImportRow, TStatement> Read = CompileRead();

    /// <summary>The columns of the members, among them those that are looked up, each in the place of its member.</summary>
    public static IReadOnlyList<ImportColumn> With(IReadOnlyList<ImportColumn> lookedUp)
    {
        var given = lookedUp.ToDictionary(column => column.Name);
        return
        [
            ImportColumn.Client,
            .. Members
                .Select(member => given.GetValueOrDefault(ImportColumn.NameOf(member.Name)) ?? ColumnOf(member))
                .OfType<ImportColumn>(),
        ];
    }

    private static ImportColumn? ColumnOf(PropertyInfo member)
    {
        if (member.GetCustomAttribute<InFileAttribute>() is not { } inFile)
            return null;
        var name = ImportColumn.NameOf(member.Name);
        var holds = inFile.Description ?? OneOf(Nullable.GetUnderlyingType(member.PropertyType) ?? member.PropertyType, inFile.Otherwise);
        var isRequired = IsRequired(member, inFile);
        return inFile.Number switch
        {
            FileNumber.Small => new ImportColumn(name, holds, isRequired),
            FileNumber.Amount => new AmountColumn(name, holds, isRequired),
            FileNumber.Quantity => new QuantityColumn(name, holds, isRequired),
            _ => throw new InvalidOperationException($"{inFile.Number} is no kind of number."),
        };
    }

    // Called by its name, since EnumCode asks for the type of the code.
    private static string OneOf(Type type, object? otherwise)
    {
        var all = (IReadOnlyList<string>)typeof(EnumCode).GetMethod(nameof(EnumCode.All))!.MakeGenericMethod(type).Invoke(null, null)!; // it is there
        if (otherwise is null)
            return $"One of {string.Join(", ", all)}.";
        var usual = all[Array.IndexOf(type.GetEnumValues(), otherwise)];
        string[] others = [.. all.Where(code => code != usual)];
        return $"{usual} (the default) or {(others.Length == 1 ? "" : "one of ")}{string.Join(", ", others)}.";
    }

    private static bool IsRequired(PropertyInfo member, InFileAttribute inFile) =>
        inFile.Otherwise is null && member.IsDefined(typeof(RequiredMemberAttribute));

    private static Func<ImportRow, TStatement> CompileRead()
    {
        var row = Expression.Parameter(typeof(ImportRow));
        var read = Members
            .Where(member => member.IsDefined(typeof(InFileAttribute)))
            .Select(member => Expression.Bind(member, Field(row, member, member.GetCustomAttribute<InFileAttribute>()!))); // as the line before says
        return Expression
            .Lambda<Func<ImportRow, TStatement>>(Expression.MemberInit(Expression.New(typeof(TStatement)), read), row)
            .Compile();
    }

    private static Expression Field(Expression row, PropertyInfo member, InFileAttribute inFile)
    {
        var type = Nullable.GetUnderlyingType(member.PropertyType) ?? member.PropertyType;
        var isRequired = IsRequired(member, inFile);
        var reader =
            type.IsEnum ? nameof(ImportRow.Code)
            : type == typeof(string) && member.IsDefined(typeof(KeyAttribute)) ? nameof(ImportRow.Key)
            : Readers.GetValueOrDefault(type)
                ?? throw new InvalidOperationException(
                    $"{typeof(TStatement).Name}.{member.Name} is a {type}, which no field of a file is."
                );
        if (isRequired)
            reader = "Required" + reader;
        var field = Expression.Call(row, reader, type.IsEnum ? [type] : null, Expression.Constant(ImportColumn.NameOf(member.Name)));
        return isRequired || field.Type == member.PropertyType
            ? field
            : Expression.Coalesce(field, Expression.Constant(inFile.Otherwise ?? member.GetValue(Unsaid), type));
    }
}
