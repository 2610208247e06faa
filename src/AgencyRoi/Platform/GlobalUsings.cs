// What nearly every file speaks: fields, arguments and types of the schema; filters; mutations; lists; ids. Another engine is another five lines.
global using AgencyRoi.GraphQL.Binding;
global using AgencyRoi.GraphQL.Binding.Data;
global using AgencyRoi.GraphQL.Binding.Mutations;
global using AgencyRoi.GraphQL.Binding.Paging;
global using AgencyRoi.GraphQL.Binding.Relay;
// Money, grades, streams of value.
global using AgencyRoi.Metrics;
// The ground of the product: the ids of what all areas refer to, and what a module is. No other folder stands here: which ones a file knows is to be read
// in its first lines.
global using AgencyRoi.Platform;
