-- The catalogue of networks that channels live on. The same for every agency: the app only reads; an agency's own additions
-- are its channels' business. owned, earned, paid: which kinds of presence the network can carry.

create table app.networks (
  code      text    not null check (code ~ '^[A-Z][A-Z0-9_]*$'),
  name      text    not null,
  kind      text    not null check (kind in ('SOCIAL', 'MESSAGING', 'VIDEO', 'CONTENT', 'EMAIL', 'SEARCH', 'COMMUNITY', 'AUDIO', 'PRESS', 'EVENT', 'DISPLAY', 'OTHER')),
  lifecycle text    not null check (lifecycle in ('ACTIVE', 'DECLINING', 'RETIRED')),
  can_own   boolean not null,
  can_earn  boolean not null,
  can_pay   boolean not null,
  primary key (code)
);
grant select on app.networks to agency_roi_app;

insert into app.networks (code, name, kind, lifecycle, can_own, can_earn, can_pay) values
  ('FACEBOOK',       'Facebook',           'SOCIAL',    'ACTIVE',    true,  true,  true),
  ('INSTAGRAM',      'Instagram',          'SOCIAL',    'ACTIVE',    true,  true,  true),
  ('LINKEDIN',       'LinkedIn',           'SOCIAL',    'ACTIVE',    true,  true,  true),
  ('X',              'X',                  'SOCIAL',    'ACTIVE',    true,  true,  true),
  ('THREADS',        'Threads',            'SOCIAL',    'ACTIVE',    true,  true,  true),
  ('BLUESKY',        'Bluesky',            'SOCIAL',    'ACTIVE',    true,  true,  false),
  ('MASTODON',       'Mastodon',           'SOCIAL',    'ACTIVE',    true,  true,  false),
  ('PINTEREST',      'Pinterest',          'SOCIAL',    'ACTIVE',    true,  true,  true),
  ('SNAPCHAT',       'Snapchat',           'SOCIAL',    'ACTIVE',    true,  true,  true),
  ('XING',           'XING',               'SOCIAL',    'DECLINING', true,  true,  true),
  ('TUMBLR',         'Tumblr',             'SOCIAL',    'DECLINING', true,  true,  true),
  ('VIADEO',         'Viadeo',             'SOCIAL',    'RETIRED',   true,  true,  true),
  ('GOOGLE_PLUS',    'Google+',            'SOCIAL',    'RETIRED',   true,  true,  false),
  ('TIKTOK',         'TikTok',             'VIDEO',     'ACTIVE',    true,  true,  true),
  ('YOUTUBE',        'YouTube',            'VIDEO',     'ACTIVE',    true,  true,  true),
  ('VIMEO',          'Vimeo',              'VIDEO',     'ACTIVE',    true,  true,  false),
  ('TWITCH',         'Twitch',             'VIDEO',     'ACTIVE',    true,  true,  true),
  ('VINE',           'Vine',               'VIDEO',     'RETIRED',   true,  true,  false),
  ('WHATSAPP',       'WhatsApp',           'MESSAGING', 'ACTIVE',    true,  true,  true),
  ('TELEGRAM',       'Telegram',           'MESSAGING', 'ACTIVE',    true,  true,  true),
  ('WECHAT',         'WeChat',             'MESSAGING', 'ACTIVE',    true,  true,  true),
  ('REDDIT',         'Reddit',             'COMMUNITY', 'ACTIVE',    true,  true,  true),
  ('QUORA',          'Quora',              'COMMUNITY', 'ACTIVE',    true,  true,  true),
  ('DISCORD',        'Discord',            'COMMUNITY', 'ACTIVE',    true,  true,  false),
  ('FORUM',          'Forum or community', 'COMMUNITY', 'ACTIVE',    true,  true,  false),
  ('REVIEWS',        'Review sites',       'COMMUNITY', 'ACTIVE',    false, true,  true),
  ('BLOG',           'Blog',               'CONTENT',   'ACTIVE',    true,  true,  false),
  ('WEBSITE',        'Website',            'CONTENT',   'ACTIVE',    true,  true,  false),
  ('EMAIL',          'Newsletter or email','EMAIL',     'ACTIVE',    true,  false, true),
  ('PODCAST',        'Podcast',            'AUDIO',     'ACTIVE',    true,  true,  true),
  ('GOOGLE_ADS',     'Google Ads',         'SEARCH',    'ACTIVE',    false, false, true),
  ('MICROSOFT_ADS',  'Microsoft Advertising','SEARCH',  'ACTIVE',    false, false, true),
  ('ORGANIC_SEARCH', 'Organic search',     'SEARCH',    'ACTIVE',    true,  true,  false),
  ('PRESS',          'Press',              'PRESS',     'ACTIVE',    false, true,  true),
  ('INFLUENCERS',    'Influencers',        'PRESS',     'ACTIVE',    false, true,  true),
  ('EVENTS',         'Events',             'EVENT',     'ACTIVE',    true,  true,  true),
  ('DISPLAY',        'Display advertising','DISPLAY',   'ACTIVE',    false, false, true),
  ('OTHER',          'Other',              'OTHER',     'ACTIVE',    true,  true,  true);
