INSERT INTO night_lease (id) VALUES (1);
