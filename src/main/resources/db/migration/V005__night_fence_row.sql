INSERT INTO night_fence (id, fence) VALUES (1, 0);
